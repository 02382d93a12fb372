/**
 * How long operators, transformer passes and layers of language models take on a GPU: measured
 * tables inside what was measured, laws outside, and every answer says {@linkplain
 * org.edgetwin.gpu.operators.Estimate which of them gave it} and how far off it may be.
 *
 * <p>Two chains answer. {@link org.edgetwin.gpu.operators.PassTimes}: a whole pass of a transformer
 * in FP32 on any GPU of the catalogue. {@link org.edgetwin.gpu.operators.LayerTimes}: one layer of
 * a language model in half precision. All constants are fits that ship as resources; {@code
 * calibration} makes them, and holds both chains against measurements that the fits have not seen.
 */
package org.edgetwin.gpu.operators;
