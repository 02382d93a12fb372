/** Layers of language models: numbers of tokens, models and GPUs that were not measured. */
package org.edgetwin.calibration.layers;
