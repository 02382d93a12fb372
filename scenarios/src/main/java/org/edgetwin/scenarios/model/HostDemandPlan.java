package org.edgetwin.scenarios.model;

/** What each worker of a class takes of its machine at the speed of the reference GPU. */
public record HostDemandPlan(
    @Key(doc = "The class.", names = NameKind.WORKLOAD_CLASS, example = "my-net") String workload,
    @Key(doc = "CPU cores that prepare samples.", preset = "0", max = 1e4) double cores,
    @Key(doc = "Copied to the GPU.", preset = "0 GB/s", unit = Unit.BANDWIDTH, max = 1e5)
        double pcieGbs,
    @Key(doc = "Read from the disk.", preset = "0 GB/s", unit = Unit.BANDWIDTH, max = 1e5)
        double diskGbs,
    @Key(
            doc =
                "Gradients of all steps, sent between the machines of a gang: parameters in bytes x"
                    + " steps per second.",
            preset = "0 GB/s",
            unit = Unit.BANDWIDTH,
            max = 1e5)
        double gradientsGbs) {}
