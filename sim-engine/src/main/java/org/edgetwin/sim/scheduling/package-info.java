/** The ports between a cluster, simulated or live, and whoever decides what runs where. */
package org.edgetwin.sim.scheduling;
