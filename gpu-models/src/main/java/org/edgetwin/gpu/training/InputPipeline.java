package org.edgetwin.gpu.training;

import org.edgetwin.gpu.table.Require;

/**
 * Prepares the next batch while the GPU works on this one. Decoding, reading and copying run side
 * by side, so the slowest of the three sets the pace.
 *
 * @param coreSecondsPerSample of decoding and augmentation
 * @param cores that this worker has
 * @param bytesPerSample as read, and as copied to the GPU
 * @param storageBytesPerSecond that this worker gets
 * @param copyBytesPerSecond from host to GPU
 */
public record InputPipeline(
    double coreSecondsPerSample,
    double cores,
    double bytesPerSample,
    double storageBytesPerSecond,
    double copyBytesPerSecond) {
  public InputPipeline {
    Require.notNegative("coreSecondsPerSample", coreSecondsPerSample);
    Require.positive("cores", cores);
    Require.notNegative("bytesPerSample", bytesPerSample);
    Require.positive("storageBytesPerSecond", storageBytesPerSecond);
    Require.positive("copyBytesPerSecond", copyBytesPerSecond);
  }

  /** Seconds to prepare a batch. */
  public double seconds(double samples) {
    double slowestPath = Math.min(storageBytesPerSecond, copyBytesPerSecond);
    return samples * Math.max(coreSecondsPerSample / cores, bytesPerSample / slowestPath);
  }
}
