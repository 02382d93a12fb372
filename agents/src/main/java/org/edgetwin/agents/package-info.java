/** Learned schedulers. */
package org.edgetwin.agents;
