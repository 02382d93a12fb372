package org.edgetwin.sim.experiment;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.edgetwin.sim.metrics.ServiceMetric;

/**
 * What the replications say of one service.
 *
 * @param service its name
 * @param estimates every figure that is defined in one replication at least
 */
public record ServiceEstimates(String service, Map<ServiceMetric, Estimate> estimates) {
  public ServiceEstimates {
    Map<ServiceMetric, Estimate> copy = new EnumMap<>(ServiceMetric.class);
    copy.putAll(estimates);
    estimates = Collections.unmodifiableMap(copy);
  }
}
