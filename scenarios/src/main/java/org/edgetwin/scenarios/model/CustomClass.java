package org.edgetwin.scenarios.model;

import org.jspecify.annotations.Nullable;

/** A workload class of the scenario's own; the spec-sheet law gives its speed. */
public record CustomClass(
    @Key(doc = "Its name in this scenario.", names = NameKind.NEW, example = "my-model") String id,
    @Key(
            doc =
                "Family it belongs to, for reports; one of the measured ones (`ResNet-50`) also lends it"
                    + " what is known of them.",
            preset = "custom")
        String family,
    @Key(
            doc =
                "Samples per step and GPU, which with the family decides what `fitted` contention"
                    + " forecasts. 0: none.",
            preset = "0",
            max = 1_000_000)
        int batch,
    @Key(
            doc = "Device memory it needs on each GPU. Left out: not checked.",
            preset = Key.NONE,
            unit = Unit.GIGABYTES,
            max = 1e5)
        @Nullable Double memoryGb,
    @Key(
            doc =
                "Share of its speed that follows peak arithmetic; the rest follows memory"
                    + " bandwidth.",
            preset = "0.1",
            unit = Unit.SHARE,
            max = 1)
        double computeShare,
    @Key(
            doc = "Share of the reference GPU that it keeps busy when alone there.",
            preset = "1",
            unit = Unit.SHARE,
            max = 1)
        double pressure,
    @Key(
            doc =
                "Sizes, if it is a dense transformer with `batch` sequences a step: the time of a"
                    + " pass then gives its speed on each GPU. Left out: the spec-sheet law.",
            preset = Key.NONE,
            example = "{hidden: 1024, layers: 24, heads: 16}")
        @Nullable TransformerPlan transformer,
    @Key(
            doc =
                "How gangs split it, if it is a transformer: the time of a step under that plan then"
                    + " gives their speed, and `batch` is of each copy of the model. Gangs run where"
                    + " the plan fits in memory and their GPUs are a multiple of a copy's.",
            preset = Key.NONE,
            example = "{tensor: 4, pipeline: 2, zero: optimizer}")
        @Nullable ParallelismPlan parallel,
    @Key(
            doc =
                "How long one iteration keeps each resource busy, which decides with whom its jobs"
                    + " can take turns on GPUs (`muri-s`, `muri-l`). Left out: they never do.",
            preset = Key.NONE,
            example = "{compute: 160 ms, iteration: 178 ms}")
        @Nullable StagesPlan stages) {
  public CustomClass {
    Bounds.check(
        transformer == null || batch > 0,
        "A transformer needs its batch: sequences in a step. Maybe write `batch: 8`.");
    if (parallel != null) {
      check(batch, transformer, parallel);
    }
  }

  private static void check(
      int batch, @Nullable TransformerPlan transformer, ParallelismPlan parallel) {
    Bounds.check(
        transformer != null && transformer.training(),
        "`parallel` is of a transformer that is trained. Maybe give its sizes: `transformer:"
            + " {hidden: 1024, layers: 24, heads: 16}`.");
    divides("tensor", parallel.tensor(), "heads", transformer.heads());
    divides("pipeline", parallel.pipeline(), "layers", transformer.layers());
    divides("micro_batch", parallel.microBatch(), "batch", batch);
  }

  private static void divides(String name, int part, String wholeName, int whole) {
    Bounds.check(
        whole % part == 0,
        "%s (%d) does not divide %s (%d). Maybe %d?"
            .formatted(name, part, wholeName, whole, largestDivisor(whole, part)));
  }

  private static int largestDivisor(int whole, int most) {
    int divisor = Math.min(most, whole);
    while (whole % divisor != 0) {
      divisor--;
    }
    return divisor;
  }
}
