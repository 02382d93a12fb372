package org.edgetwin.sim.experiment;

import org.edgetwin.sim.metrics.MetricValues;
import org.edgetwin.sim.metrics.RunResult;
import org.jspecify.annotations.Nullable;

/**
 * What came of one run.
 *
 * @param key which run
 * @param metrics its figures
 * @param bounds what no scheduler could have beaten
 * @param result all that it recorded; null unless it was asked for
 * @param complete false if it was stopped before its end; its figures then describe what had
 *     happened by then
 */
public record RunOutcome(
    RunKey key,
    MetricValues metrics,
    LowerBounds bounds,
    @Nullable RunResult result,
    boolean complete) {}
