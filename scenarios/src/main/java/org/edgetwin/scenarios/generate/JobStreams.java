package org.edgetwin.scenarios.generate;

import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/**
 * The random streams of one job source, one per purpose. Each job takes the same number of draws
 * from each, so that changing one law leaves all other draws as they were.
 */
record JobStreams(
    RandomStream classes,
    RandomStream limits,
    RandomStream estimates,
    RandomStream deadlines,
    RandomStream durations,
    RandomStream gangs) {

  static JobStreams of(Streams streams, String source) {
    return new JobStreams(
        streams.stream(name(source, "classes")),
        streams.stream(name(source, "limits")),
        streams.stream(name(source, "estimates")),
        streams.stream(name(source, "deadlines")),
        streams.stream(name(source, "durations")),
        streams.stream(name(source, "gangs")));
  }

  /** Name of the stream of a purpose. */
  static String name(String source, String purpose) {
    return "workload/" + source + "/" + purpose;
  }

  JobStreams copy() {
    return new JobStreams(
        Streams.copyOf(classes),
        Streams.copyOf(limits),
        Streams.copyOf(estimates),
        Streams.copyOf(deadlines),
        Streams.copyOf(durations),
        Streams.copyOf(gangs));
  }
}
