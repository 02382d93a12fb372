package org.edgetwin.scenarios.model;

import org.edgetwin.gpu.GpuClass;
import org.jspecify.annotations.Nullable;

/** A GPU model of the scenario's own; what is not written comes from the model it is like. */
public record CustomGpu(
    @Key(doc = "Its name in this scenario.", names = NameKind.NEW, example = "MY-GPU") String id,
    @Key(
            doc = "Catalogued model that gives what is not written here.",
            preset = Key.NONE,
            names = NameKind.GPU,
            example = "A100")
        @Nullable String like,
    @Key(doc = "Market segment; decides usual power and price.", preset = Key.NONE)
        @Nullable GpuClass segment,
    @Key(doc = "Device memory.", preset = Key.NONE, unit = Unit.GIGABYTES, max = 1e5)
        @Nullable Double memoryGb,
    @Key(doc = "Peak memory bandwidth.", preset = Key.NONE, unit = Unit.BANDWIDTH, max = 1e6)
        @Nullable Double memoryBandwidthGbs,
    @Key(doc = "Peak FP32 rate without tensor cores.", preset = Key.NONE, unit = Unit.COMPUTE)
        @Nullable Double fp32Tflops,
    @Key(doc = "Peak dense FP16 or BF16 tensor rate.", preset = Key.NONE, unit = Unit.COMPUTE)
        @Nullable Double tensorTflops,
    @Key(doc = "Board power at full load.", preset = Key.NONE, unit = Unit.POWER, max = 1e5)
        @Nullable Double powerWatts,
    @Key(doc = "Board power when idle.", preset = Key.NONE, unit = Unit.POWER, max = 1e5)
        @Nullable Double idlePowerWatts,
    @Key(
            doc = "Price of one GPU in a data centre.",
            preset = Key.NONE,
            unit = Unit.HOURLY_PRICE,
            max = 1e6,
            example = "1.87 USD/h")
        @Nullable Double priceUsdPerHour,
    @Key(
            doc =
                "Correction of the spec-sheet law; about 1.3 since Ampere, 1 before. Left out:"
                    + " that of the model it is like, else 1.",
            preset = Key.NONE,
            max = 100)
        @Nullable Double lawFactor) {
  public CustomGpu {
    Bounds.check(
        like != null || (memoryGb != null && memoryBandwidthGbs != null && fp32Tflops != null),
        "Without `like`, memory, memory_bandwidth and fp32 are needed. Maybe write `like: A100`.");
  }
}
