/** Search for a linear rule by simulation. */
package org.edgetwin.agents.tune;
