package org.edgetwin.gpu;

/**
 * Describes a GPU that the catalogue does not have. Memory, bandwidth and FP32 rate are required;
 * every other figure is unknown until given. Reusable; not thread-safe.
 */
public final class GpuModelBuilder {
  private final String id;
  private String name;
  private GpuClass gpuClass = GpuClass.DATACENTER;
  private double memoryGb = Double.NaN;
  private double memoryBandwidthGbs = Double.NaN;
  private double fp32Tflops = Double.NaN;
  private double tensorTflops = Double.NaN;
  private double tdpWatts = Double.NaN;
  private double idleWatts = Double.NaN;
  private int migMax;
  private double cloudUsdPerHour = Double.NaN;
  private double marketUsdPerHour = Double.NaN;
  private double lawFactor = 1.0;
  private String source = "scenario";

  GpuModelBuilder(String id) {
    this.id = id;
    this.name = id;
  }

  static GpuModelBuilder from(String id, GpuModel model) {
    return new GpuModelBuilder(id)
        .gpuClass(model.gpuClass())
        .memoryGb(model.memoryGb())
        .memoryBandwidthGbs(model.memoryBandwidthGbs())
        .fp32Tflops(model.fp32Tflops())
        .tensorTflops(model.tensorTflops())
        .tdpWatts(model.tdpWatts())
        .idleWatts(model.idleWatts())
        .migMax(model.migMax())
        .cloudUsdPerHour(model.cloudUsdPerHour())
        .marketUsdPerHour(model.marketUsdPerHour())
        .lawFactor(model.lawFactor())
        .source("variant of " + model.id());
  }

  public GpuModelBuilder name(String value) {
    name = value;
    return this;
  }

  public GpuModelBuilder gpuClass(GpuClass value) {
    gpuClass = value;
    return this;
  }

  public GpuModelBuilder memoryGb(double value) {
    memoryGb = value;
    return this;
  }

  public GpuModelBuilder memoryBandwidthGbs(double value) {
    memoryBandwidthGbs = value;
    return this;
  }

  public GpuModelBuilder fp32Tflops(double value) {
    fp32Tflops = value;
    return this;
  }

  public GpuModelBuilder tensorTflops(double value) {
    tensorTflops = value;
    return this;
  }

  public GpuModelBuilder tdpWatts(double value) {
    tdpWatts = value;
    return this;
  }

  public GpuModelBuilder idleWatts(double value) {
    idleWatts = value;
    return this;
  }

  public GpuModelBuilder migMax(int value) {
    migMax = value;
    return this;
  }

  public GpuModelBuilder cloudUsdPerHour(double value) {
    cloudUsdPerHour = value;
    return this;
  }

  public GpuModelBuilder marketUsdPerHour(double value) {
    marketUsdPerHour = value;
    return this;
  }

  /**
   * Correction of the spec-sheet law, see {@link GpuModel}; about 1.3 since Ampere, 1 before and by
   * default.
   */
  public GpuModelBuilder lawFactor(double value) {
    lawFactor = value;
    return this;
  }

  public GpuModelBuilder source(String value) {
    source = value;
    return this;
  }

  /**
   * The model described so far.
   *
   * @throws IllegalArgumentException naming the figure that is missing or out of range
   */
  public GpuModel build() {
    return build(GpuModel.NOT_CATALOGUED);
  }

  GpuModel build(int index) {
    return new GpuModel(
        id,
        name,
        gpuClass,
        memoryGb,
        memoryBandwidthGbs,
        fp32Tflops,
        tensorTflops,
        tdpWatts,
        idleWatts,
        migMax,
        cloudUsdPerHour,
        marketUsdPerHour,
        lawFactor,
        source,
        index);
  }
}
