/** Scheduling as an environment to learn in. */
package org.edgetwin.agents.env;
