package org.edgetwin.gpu.operators;

/**
 * A roofline [williams2009] for half-precision operators of layers, with a floor for the launch and
 * a rounded ridge: what the time of an operator is compared with before shapes and GPUs are.
 *
 * <pre>t = t0 + ((F / (c P))^q + (B / (b BW))^q)^(1/q)</pre>
 *
 * @param productShare c, of the tensor peak
 * @param bandwidthShare b, of the specified bandwidth
 * @param ridgeSharpness q
 * @param productFloorSeconds t0 of a matrix product, s
 * @param streamFloorSeconds t0 of any other operator, s
 */
public record LayerRoof(
    double productShare,
    double bandwidthShare,
    double ridgeSharpness,
    double productFloorSeconds,
    double streamFloorSeconds) {
  private static final double HALF_BYTES = 2;

  double seconds(MatrixProduct product, GpuTraits gpu) {
    double compute = product.flops() / (productShare * gpu.tensorFlopsPerSecond());
    double memory = product.bytes(HALF_BYTES) / (bandwidthShare * gpu.specBytesPerSecond());
    double longer = Math.max(compute, memory);
    double shorter = Math.min(compute, memory);
    double rounding = Math.pow(1 + Math.pow(shorter / longer, ridgeSharpness), 1 / ridgeSharpness);
    return productFloorSeconds + longer * rounding;
  }

  double seconds(double bytes, GpuTraits gpu) {
    return streamFloorSeconds + bytes / (bandwidthShare * gpu.specBytesPerSecond());
  }
}
