/**
 * Links and the flows that share them, and what they move: data sets, images and checkpoints staged
 * to nodes.
 *
 * <p>Flow level, not packets: a flow has a rate at every instant, the weighted max-min fair one
 * [bertsekas1992], and everything changes only when a flow starts or ends.
 */
package org.edgetwin.sim.network;
