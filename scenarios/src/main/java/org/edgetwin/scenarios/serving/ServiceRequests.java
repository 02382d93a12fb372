package org.edgetwin.scenarios.serving;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.scenarios.generate.ArrivalProcess;
import org.edgetwin.scenarios.generate.Arriving;
import org.edgetwin.scenarios.generate.ScenarioContext;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.PrefixPlan;
import org.edgetwin.scenarios.model.RequestSource;
import org.edgetwin.scenarios.trace.RequestTraceReader;
import org.edgetwin.scenarios.trace.TraceRequest;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.serving.ServingRequest;
import umontreal.ssj.rng.RandomStream;

/** The requests of one service. Traces are read at construction. */
final class ServiceRequests {
  private final RequestSource source;
  private final ScenarioContext context;
  private final String name;
  private final int service;
  private final double endTime;

  /** What is replayed, or what lengths are drawn from; empty if neither. */
  private final List<TraceRequest> recorded;

  /**
   * Of a service.
   *
   * @param service its index
   * @param endTime of the run, seconds; infinite if it has none
   */
  ServiceRequests(
      RequestSource source, ScenarioContext context, String name, int service, double endTime) {
    this.source = source;
    this.context = context;
    this.name = name;
    this.service = service;
    this.endTime = endTime;
    if (source.trace() != null) {
      recorded = RequestTraceReader.read(source.trace());
    } else {
      recorded =
          source.lengthsOf() == null ? List.of() : RequestTraceReader.read(source.lengthsOf());
    }
  }

  /** The requests of a replication, in order of arrival. */
  List<ServingRequest> of(Streams streams) {
    RandomStream prefixes = streams.stream(stream("prefixes"));
    if (source.trace() == null) {
      return generated(streams, prefixes);
    }
    return recorded.stream()
        .map(r -> request(r.arrivalTime(), r.promptTokens(), r.outputTokens(), prefixes))
        .toList();
  }

  private List<ServingRequest> generated(Streams streams, RandomStream prefixes) {
    ArrivalProcess arrivals =
        new Arriving(context, streams, "services/" + name).process(source.arrivals());
    RandomStream prompts = streams.stream(stream("prompt-tokens"));
    RandomStream outputs = streams.stream(stream("output-tokens"));
    double end = source.untilSeconds() == null ? endTime : Math.min(source.untilSeconds(), endTime);
    int most = source.maxRequests() == null ? RequestSource.MOST_REQUESTS : source.maxRequests();
    List<ServingRequest> requests = new ArrayList<>();
    double time = arrivals.next();
    while (time <= end && time < Double.POSITIVE_INFINITY && requests.size() < most) {
      if (recorded.isEmpty()) {
        requests.add(
            request(
                time,
                TokenCount.draw(source.promptTokens(), prompts),
                TokenCount.draw(source.outputTokens(), outputs),
                prefixes));
      } else {
        TraceRequest like = recorded.get(prompts.nextInt(0, recorded.size() - 1));
        requests.add(request(time, like.promptTokens(), like.outputTokens(), prefixes));
      }
      time = arrivals.next();
    }
    if (source.maxRequests() == null && requests.size() == most) {
      throw new BadInputException(
          Issue.inScenario(
              "services." + name + ".requests",
              "",
              "There are more than " + most + " requests.",
              "Maybe set max_requests."));
    }
    return requests;
  }

  private ServingRequest request(double time, int prompt, int output, RandomStream prefixes) {
    PrefixPlan prefix = source.prefix();
    if (prefix == null) {
      return new ServingRequest(time, service, prompt, output, ServingRequest.NO_GROUP, 0);
    }
    int group = prefixes.nextInt(0, prefix.groups() - 1);
    return new ServingRequest(
        time, service, prompt, output, group, Math.min(prompt, prefix.tokens()));
  }

  private String stream(String purpose) {
    return "workload/services/" + name + "/" + purpose;
  }

  /** Last arrival if it is known beforehand; NaN if not. */
  double lastArrival() {
    if (source.trace() != null) {
      return recorded.get(recorded.size() - 1).arrivalTime();
    }
    return source.untilSeconds() == null ? Double.NaN : source.untilSeconds();
  }
}
