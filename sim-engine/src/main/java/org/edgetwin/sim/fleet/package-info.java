/** Regions, sites, nodes and their GPUs, and the allocator that can never oversubscribe them. */
package org.edgetwin.sim.fleet;
