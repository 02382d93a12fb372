/** Placements that pack shares of GPUs, CPU and memory: FGD and the scores of Kubernetes. */
package org.edgetwin.sim.policies.packing;
