/**
 * Jobs that share one GPU: the fits of both models of {@link org.edgetwin.gpu.sharing} to Gavel's
 * pairs, and the models held against pairs, configurations and families left out.
 */
package org.edgetwin.calibration.sharing;
