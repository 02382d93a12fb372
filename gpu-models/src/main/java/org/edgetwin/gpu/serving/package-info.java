/**
 * How long one iteration of an LLM inference engine takes, from operator times or from a linear
 * law.
 *
 * <p>An iteration runs the whole model once over a batch of tokens: those of prompts in prefill,
 * and one for each sequence in decode. Everything here is a pure function of immutable values;
 * after construction a look-up allocates nothing.
 */
package org.edgetwin.gpu.serving;
