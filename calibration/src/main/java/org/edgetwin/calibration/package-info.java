/**
 * Fits the models to measurements, and holds them against measurements that no fit has seen.
 *
 * <p>Each part of the model has a package here with its fit and its {@linkplain
 * org.edgetwin.calibration.validation.ModelCheck checks}. The models themselves are in {@code
 * gpu-models} and {@code sim-engine}.
 */
package org.edgetwin.calibration;
