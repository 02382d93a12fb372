/** What a run leaves behind, and the figures computed from it. */
package org.edgetwin.sim.metrics;
