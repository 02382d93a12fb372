package org.edgetwin.scenarios.model;

import java.util.List;
import org.edgetwin.gpu.MeasuredGpu;

/** Two jobs that were measured together on one GPU. */
public record MeasuredPairPlan(
    @Key(doc = "GPU on which they were measured.", example = "v100") MeasuredGpu gpu,
    @Key(
            doc = "Their two workload classes.",
            names = NameKind.WORKLOAD_CLASS,
            example = "[my-net, resnet50-64]")
        List<String> jobs,
    @Key(
            doc =
                "What each keeps of its speed alone, in the same order; [0, 0] if they do not fit in"
                    + " memory together.",
            unit = Unit.SHARE,
            max = 1,
            example = "[80 %, 65 %]")
        List<Double> kept) {
  public MeasuredPairPlan {
    Bounds.check(
        jobs.size() == 2 && kept.size() == 2,
        "A pair has two jobs and two kept speeds. Maybe write `jobs: [my-net, resnet50-64]`.");
    Bounds.check(
        kept.get(0) > 0 == kept.get(1) > 0,
        "Either both fit in memory or neither does. Maybe one of the kept speeds is missing.");
  }
}
