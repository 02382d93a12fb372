package org.edgetwin.scenarios.model;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Nodes read from a file in the layout of the openb trace: sn, cpu_milli, memory_mib, gpu, model.
 */
public record InventoryPlan(
    @Key(
            doc = "Node list that comes with the program.",
            preset = Key.NONE,
            names = NameKind.BUILTIN_INVENTORY,
            example = "openb")
        @Nullable String builtin,
    @Key(
            doc = "CSV file, relative to this file; may be gzipped.",
            preset = Key.NONE,
            example = "nodes.csv.gz")
        @Nullable Path file,
    @Key(doc = "Region of all nodes.", preset = Key.NONE, names = NameKind.REGION)
        @Nullable String region,
    @Key(
            doc = "Virtual cluster that owns the nodes. Left out: open to all.",
            preset = Key.NONE,
            names = NameKind.VIRTUAL_CLUSTER)
        @Nullable String virtualCluster) {
  public InventoryPlan {
    Bounds.check(
        (builtin == null) != (file == null),
        "Exactly one of builtin and file is needed. Maybe write `builtin: openb`.");
  }
}
