/** Two networks at work in a simulation, and what they learn from. */
package org.edgetwin.agents.rollout;
