package org.edgetwin.scenarios.model;

import org.jspecify.annotations.Nullable;

/** How far the jobs of a source may be changed while they run. */
public record ElasticPlan(
    @Key(
            doc =
                "Measured job whose goodput they follow. Left out: the one that is named like the"
                    + " job's class; jobs of other classes are rigid.",
            preset = Key.NONE,
            names = NameKind.GOODPUT,
            example = "imagenet")
        @Nullable String goodput,
    @Key(
            doc = "Smallest gang; smaller ones that are asked for count.",
            preset = "1",
            min = 1,
            max = 64)
        int leastGpus,
    @Key(
            doc =
                "Largest gang, as far as the job was measured; larger ones that are asked for"
                    + " count.",
            preset = "64",
            min = 1,
            max = 64)
        int mostGpus,
    @Key(doc = "Whether a job may go on with GPUs of another model.", preset = "true")
        boolean gpuTypeMayChange,
    @Key(doc = "Whether its batch may change.", preset = "true") boolean batchMayChange,
    @Key(
            doc =
                "Batch with which it is submitted: tuned (with which it would end soonest on the"
                    + " gang it asks for), untuned (that of the model's authors on each GPU).",
            preset = "tuned")
        ElasticBatch batch) {
  public ElasticPlan {
    Bounds.check(
        leastGpus <= mostGpus,
        "The smallest gang (%d) is larger than the largest (%d).".formatted(leastGpus, mostGpus));
  }
}
