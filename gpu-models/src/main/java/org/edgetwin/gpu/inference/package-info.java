/**
 * How long a large language model takes to read a prompt and to write tokens, on GPUs that nobody
 * profiled operator by operator: records of the model, of the work of one iteration, a roofline law
 * with fitted efficiencies, and a statistical layer of what the law leaves over.
 *
 * <p>Pure functions of immutable records. Weights and KV cache are of 16-bit numbers.
 */
package org.edgetwin.gpu.inference;
