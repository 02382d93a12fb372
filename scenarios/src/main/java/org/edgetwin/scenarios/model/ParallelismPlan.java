package org.edgetwin.scenarios.model;

import org.edgetwin.gpu.training.Recompute;
import org.edgetwin.gpu.training.ZeroStage;
import org.jspecify.annotations.Nullable;

/** How gangs split a transformer that they train. */
public record ParallelismPlan(
    @Key(
            doc = "GPUs that share each layer. Divides the heads.",
            preset = "1",
            min = 1,
            max = 1024,
            example = "4")
        int tensor,
    @Key(
            doc = "Stages of layers, one after the other. Divides the layers.",
            preset = "1",
            min = 1,
            max = 1024,
            example = "2")
        int pipeline,
    @Key(
            doc = "Samples that go through the stages at once. Divides `batch`.",
            preset = "1",
            min = 1,
            max = 1_000_000)
        int microBatch,
    @Key(
            doc = "Pieces of each stage, worked on in turns: a shorter bubble.",
            preset = "1",
            min = 1,
            max = 1000)
        int interleave,
    @Key(
            doc =
                "What the copies of the model split among them: optimizer state, gradients too, or"
                    + " weights too (ZeRO 1 to 3).",
            preset = "none")
        ZeroStage zero,
    @Key(doc = "Which activations are computed again instead of kept.", preset = "none")
        Recompute recompute,
    @Key(
            doc =
                "Share of the peak that a GPU achieves, of its tensor cores if it has some. Left"
                    + " out: FP32 as passes were measured.",
            preset = Key.NONE,
            unit = Unit.SHARE,
            min = 0.001,
            max = 1,
            example = "40 %")
        @Nullable Double utilization,
    @Key(
            doc = "Seconds of the gradients' exchange that a second of the last micro-batch hides.",
            preset = "0.64",
            max = 1)
        double overlap,
    @Key(
            doc = "Network card of each node, for gangs over nodes.",
            preset = "100 Gbit/s",
            unit = Unit.LINE_RATE,
            min = 0.001,
            max = 1e9)
        double nicMbits,
    @Key(doc = "GPUs that gangs over nodes take of each.", preset = "8", min = 1, max = 64)
        int gpusPerNode) {
  public ParallelismPlan {
    Bounds.check(
        interleave == 1 || pipeline > 1,
        "Pieces of stages need stages. Maybe leave `interleave` out, or set `pipeline`.");
  }
}
