package org.edgetwin.sim.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.edgetwin.sim.metrics.MetricValues;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.metrics.ServiceFigures;
import org.jspecify.annotations.Nullable;

/**
 * What came of one run.
 *
 * @param key which run
 * @param metrics its figures
 * @param services figures of the services, by name, in the order of the scenario
 * @param bounds what no scheduler could have beaten
 * @param result all that it recorded; null unless it was asked for
 * @param complete false if it was stopped before its end; its figures then describe what had
 *     happened by then
 */
public record RunOutcome(
    RunKey key,
    MetricValues metrics,
    Map<String, ServiceFigures> services,
    LowerBounds bounds,
    @Nullable RunResult result,
    boolean complete) {
  public RunOutcome {
    services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
  }
}
