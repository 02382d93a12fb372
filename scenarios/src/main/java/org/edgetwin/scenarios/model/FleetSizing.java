package org.edgetwin.scenarios.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For each virtual cluster of a trace max(largest gang, round(work / (load x arrival span))) GPUs,
 * as full nodes and one smaller node for the rest. Work is in GPU-seconds, the arrival span runs
 * from the first to the last submission of that virtual cluster.
 */
public record FleetSizing(
    @Key(
            doc = "Name of the job source whose trace gives the work.",
            names = NameKind.JOB_SOURCE,
            example = "philly")
        String jobs,
    @Key(
            doc = "Wanted load: work over what the GPUs could do while jobs arrive.",
            preset = "0.9",
            unit = Unit.SHARE,
            min = 0.001,
            max = 100)
        double load,
    @Key(doc = "GPUs of a full node.", preset = "8", min = 1, max = 64) int gpusPerNode,
    @Key(doc = "Model of all GPUs.", names = NameKind.GPU, example = "V100") String gpu,
    @Key(doc = "Region of all nodes.", preset = Key.NONE, names = NameKind.REGION)
        @Nullable String region,
    @Key(
            doc = "What a job pays for one GPU. Left out: list price.",
            preset = Key.NONE,
            unit = Unit.HOURLY_PRICE,
            max = 1e6)
        @Nullable Double priceUsdPerHour,
    @Key(
            doc = "Virtual clusters to build for. Left out: all of the trace.",
            preset = "[]",
            names = NameKind.VIRTUAL_CLUSTER)
        List<String> virtualClusters) {}
