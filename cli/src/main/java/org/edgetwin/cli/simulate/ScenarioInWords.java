package org.edgetwin.cli.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.scenarios.model.Arrivals;
import org.edgetwin.scenarios.model.Economics;
import org.edgetwin.scenarios.model.HostContentionPlan;
import org.edgetwin.scenarios.model.JobSource;
import org.edgetwin.scenarios.model.NetworkPlan;
import org.edgetwin.scenarios.model.RequestTrace;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.scenarios.model.ServicePlan;
import org.edgetwin.scenarios.model.TraceSource;

/** What a reader of a report must know of a scenario beside its figures. */
final class ScenarioInWords {
  private final Scenario scenario;

  ScenarioInWords(Scenario scenario) {
    this.scenario = scenario;
  }

  /** Where the jobs come from. */
  String workload() {
    return Stream.concat(
            scenario.jobs().stream().map(source -> source.name() + ": " + origin(source)),
            scenario.services().stream().map(ScenarioInWords::service))
        .collect(Collectors.joining("; "));
  }

  private static String origin(JobSource source) {
    if (source.trace() != null) {
      return "replay of " + trace(source.trace());
    }
    Arrivals arrivals = source.arrivals();
    if (arrivals instanceof Arrivals.Poisson poisson) {
      return "Poisson arrivals, " + Quantity.of(poisson.ratePerHour()) + " per hour";
    }
    if (arrivals instanceof Arrivals.Weekly weekly) {
      return "arrivals by hour and weekday, " + Quantity.of(weekly.ratePerHour()) + " per hour";
    }
    if (arrivals instanceof Arrivals.Mmpp) {
      return "arrivals in bursts";
    }
    if (arrivals instanceof Arrivals.Batch) {
      return "arrivals in batches";
    }
    if (arrivals instanceof Arrivals.Fit fit) {
      return "arrivals at the hourly rates of " + trace(fit.trace());
    }
    return "all at one instant";
  }

  private static String service(ServicePlan service) {
    RequestTrace trace = service.requests().trace();
    String requests =
        trace == null
            ? "generated requests"
            : "requests of the trace " + (trace.builtin() == null ? trace.file() : trace.builtin());
    return service.name() + ": " + requests + " to " + service.model();
  }

  private static String trace(TraceSource trace) {
    String name = trace.builtin() == null ? String.valueOf(trace.file()) : trace.builtin();
    return "the trace " + name;
  }

  /** What the models leave out. */
  List<String> limits() {
    List<String> limits = new ArrayList<>();
    limits.add(SpeedsInWords.ofSpeeds(scenario.speeds()));
    limits.add(SpeedsInWords.ofGpus(scenario.contention()));
    if (!(scenario.hostContention() instanceof HostContentionPlan.None)) {
      limits.add(SpeedsInWords.ofMachines(scenario.hostContention()));
    }
    limits.add(
        scenario.network() instanceof NetworkPlan.None
            ? "Jobs progress evenly between changes: no phases of loading or communication inside a"
                + " job, and no traffic of one job in the way of another."
            : "Jobs progress evenly once their data is there: no phases of communication inside a job."
                + " Data moves whole, over the lines of sites and homes; what is between them never"
                + " fills (docs/models/network.md).");
    if (scenario.jobs().stream().anyMatch(source -> source.trace() != null)) {
      limits.add(
          "A replayed trace does not react: its users submit at the recorded times, however long"
              + " they wait here.");
    }
    if (!scenario.services().isEmpty()) {
      limits.add(
          "Iteration times of language models are sums of measured operators for Llama 3 8B on RTX 4090"
              + " and RTX PRO 6000 (mean latencies 0 to 7 % off) and, untested on one GPU, for"
              + " Qwen3-30B-A3B; elsewhere they follow a law: 8 % off in the median and 17 % in the"
              + " worst tenth on a data-centre GPU left out of its fit, unknown on consumer cards"
              + " (docs/models/serving.md).");
    }
    limits.add(energy(scenario.economics()));
    return limits;
  }

  private static String energy(Economics economics) {
    String busy =
        switch (economics.power()) {
          case LINEAR ->
              "Energy takes a held GPU to be "
                  + Quantity.percent(economics.heldUtilisation())
                  + " busy";
          case STAGES -> "Energy takes a held GPU to be as busy as its class would keep it alone";
        };
    return switch (economics.grid()) {
      case YEARLY -> busy + "; carbon is that of yearly averages (docs/models/power-and-price.md).";
      case HOURLY ->
          busy
              + "; price and carbon of electricity follow the mean day of each month of 2023"
              + " (docs/models/energy.md).";
    };
  }
}
