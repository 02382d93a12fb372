package org.edgetwin.scenarios.model;

import org.jspecify.annotations.Nullable;

/** Equal nodes. */
public record NodePlan(
    @Key(
            doc = "Name of the group; its nodes are called NAME-0, NAME-1 and so on.",
            names = NameKind.NEW,
            example = "a100")
        String name,
    @Key(doc = "Number of nodes.", preset = "1", min = 1, max = NodePlan.MOST_NODES) int count,
    @Key(doc = "GPUs in each node.", min = 0, max = 64, example = "8") int gpusPerNode,
    @Key(
            doc = "Model of its GPUs; `edgetwin gpus` lists them.",
            names = NameKind.GPU,
            example = "A100")
        String gpu,
    @Key(
            doc =
                "Region it stands in: decides carbon and electricity. Left out: a place called"
                    + " `local`, for which neither is known.",
            preset = Key.NONE,
            names = NameKind.REGION,
            example = "eu-west")
        @Nullable String region,
    @Key(
            doc = "Site in the region. A gang stands within one site. Left out: the group's name.",
            preset = Key.NONE)
        @Nullable String site,
    @Key(
            doc =
                "Whether it belongs to a community operator and not to a data centre: decides its"
                    + " usual price and its overheads of power.",
            preset = "false")
        boolean community,
    @Key(
            doc =
                "What a job pays for one GPU. Left out: list price, for community nodes the"
                    + " marketplace ask.",
            preset = Key.NONE,
            unit = Unit.HOURLY_PRICE,
            max = 1e6,
            example = "1.87 USD/h")
        @Nullable Double priceUsdPerHour,
    @Key(
            doc = "CPU cores of each node. Left out: as many as jobs want.",
            preset = Key.NONE,
            max = 1e6,
            example = "96")
        @Nullable Double cpu,
    @Key(
            doc = "Host memory of each node. Left out: as much as jobs want.",
            preset = Key.NONE,
            unit = Unit.MEBIBYTES,
            max = 1e9,
            example = "768 GiB")
        @Nullable Double memoryMib,
    @Key(
            doc = "Virtual cluster that owns it. Left out: open to all.",
            preset = Key.NONE,
            names = NameKind.VIRTUAL_CLUSTER)
        @Nullable String virtualCluster,
    @Key(
            doc =
                "Disk of each node that keeps data from the network, the last used longest; those"
                    + " of a data-centre site count as one. Left out: 256 GB of a community node,"
                    + " else 4 TB.",
            preset = Key.NONE,
            unit = Unit.GIGABYTES,
            max = 1e9,
            example = "1 TB")
        @Nullable Double diskGb,
    @Key(
            doc =
                "Line from each node: of a community node its own, of others what they add to the"
                    + " line of their site. Left out: as the network says.",
            preset = Key.NONE,
            unit = Unit.LINE_RATE,
            min = 0.001,
            max = 1e9,
            example = "100 Mbit/s")
        @Nullable Double upMbits,
    @Key(
            doc = "Line to each node, likewise.",
            preset = Key.NONE,
            unit = Unit.LINE_RATE,
            min = 0.001,
            max = 1e9,
            example = "500 Mbit/s")
        @Nullable Double downMbits,
    @Key(doc = "How the nodes come and go, each on its own.", preset = "always")
        AvailabilityPlan availability,
    @Key(
            doc =
                "Who runs it and earns what jobs pay. Left out: `platform`, for community nodes the"
                    + " group's name.",
            preset = Key.NONE,
            example = "ada")
        @Nullable String operator,
    @Key(doc = "How its price moves.", preset = "posted") PricingPlan pricing) {
  /** Most nodes of a fleet. */
  public static final int MOST_NODES = 1_000_000;
}
