/**
 * What one step of a training job costs on many GPUs: input, computation, the exchange of gradients
 * and how much of it hides behind the computation, parallel plans, the slowest worker, and memory.
 *
 * <p>A plan that needs more memory than a GPU has is infeasible, not slow. All times are seconds,
 * all sizes bytes. Pure functions of immutable values.
 */
package org.edgetwin.gpu.training;
