/**
 * How fast elastic training jobs get on: samples per second of a gang, times what a sample is worth
 * at a batch size [pollux2021].
 *
 * <p>All times are seconds. Pure functions of immutable values.
 */
package org.edgetwin.gpu.goodput;
