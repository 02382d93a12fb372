package org.edgetwin.gpu.host;

import org.edgetwin.gpu.table.Require;

/**
 * What one worker of a job takes of its host while it works at the speed of the reference GPU.
 *
 * @param baseCores CPU cores that its process keeps busy at any speed
 * @param cpuCores CPU cores beside them, to prepare samples
 * @param pcieGbs copied to the GPU, 1e9 byte/s
 * @param diskGbs read from the machine's disk, 1e9 byte/s
 * @param exchangeGbs twice the gradients of all steps, 1e9 byte/s; a ring over N machines moves (N
 *     - 1)/N of it in and out of each
 */
public record HostDemand(
    double baseCores, double cpuCores, double pcieGbs, double diskGbs, double exchangeGbs) {
  public HostDemand {
    Require.notNegative("baseCores", baseCores);
    Require.notNegative("cpuCores", cpuCores);
    Require.notNegative("pcieGbs", pcieGbs);
    Require.notNegative("diskGbs", diskGbs);
    Require.notNegative("exchangeGbs", exchangeGbs);
  }
}
