/** The schedulers of this module, as users name them. Loads no native library. */
package org.edgetwin.agents.policy;
