package org.edgetwin.scenarios;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.scenarios.model.HostContentionPlan;
import org.edgetwin.scenarios.model.JobSource;
import org.edgetwin.scenarios.model.NetworkPlan;
import org.edgetwin.scenarios.model.NodePlan;
import org.edgetwin.scenarios.model.Resampling;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.scenarios.model.ServicePlan;

/** Tells in words what differs between the replications of a scenario. */
final class Replications {
  private final List<String> differences = new ArrayList<>();
  private final boolean windows;

  Replications(Scenario scenario) {
    windows =
        scenario.jobs().stream()
            .anyMatch(source -> source.trace() != null && source.trace().windows() != null);
    if (windows) {
      differences.add("the next window of the trace is replayed");
    }
    boolean replays = scenario.jobs().stream().anyMatch(source -> source.trace() != null);
    boolean generates = scenario.jobs().stream().anyMatch(source -> source.trace() == null);
    if (replays && !windows && scenario.run().resampling() == Resampling.DAY_BLOCKS) {
      differences.add(
          "replayed traces are resampled in blocks of a day, within virtual cluster and weekday"
              + " (replication 1 is the trace itself)");
    }
    if (generates) {
      differences.add("generated jobs come from other random numbers");
    }
    if (scenario.services().stream().anyMatch(Replications::drawsRequests)) {
      differences.add("generated requests come from other random numbers");
    }
    if (scenario.fleet().isRandom()) {
      differences.add("nodes come and go at other times");
    }
    if (scenario.machineVariation().isRandom()) {
      differences.add("the hidden factors of machines are drawn again");
    }
    if (scenario.speeds().isSampled()) {
      differences.add("the errors of speeds that were not measured are drawn again");
    }
    if (scenario.hostContention() instanceof HostContentionPlan.Random) {
      differences.add("what neighbours do to each other is drawn again");
    }
    if (scenario.network() instanceof NetworkPlan.WideArea wide
        && wide.homes().sigma() + wide.homes().rttSigma() > 0
        && scenario.fleet().nodes().stream().anyMatch(NodePlan::community)) {
      differences.add("the lines of community nodes are drawn again");
    }
    if (replays && scenario.jobs().stream().anyMatch(Replications::drawsTerms)) {
      differences.add("classes, limits, estimates and deadlines of traced jobs are drawn again");
    }
  }

  private static boolean drawsRequests(ServicePlan service) {
    return service.requests().trace() == null || service.requests().prefix() != null;
  }

  private static boolean drawsTerms(JobSource source) {
    return source.trace() != null
        && (source.classes().size() > 1 || source.estimateSigma() != null);
  }

  boolean differ() {
    return !differences.isEmpty();
  }

  /** Whether a window of a trace, met once more, would be the same replication. */
  boolean differByWindowsOnly() {
    return windows && differences.size() == 1;
  }

  String method() {
    return differences.isEmpty()
        ? "Replications would all be the same: nothing in the scenario is random."
        : "Between replications " + String.join("; ", differences) + ".";
  }
}
