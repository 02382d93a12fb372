/**
 * The networks of {@link org.edgetwin.agents.net} as differentiable graphs of DJL, over padded
 * batches. Every array lives in the manager of one step, and is freed with it.
 */
package org.edgetwin.agents.blocks;
