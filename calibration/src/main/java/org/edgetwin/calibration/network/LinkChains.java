package org.edgetwin.calibration.network;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.network.FlowSpec;
import org.edgetwin.sim.network.Link;
import org.edgetwin.sim.network.Route;
import org.edgetwin.sim.validation.Comparison;

/** Links in a row, with one long flow over all of them and short ones over each. */
final class LinkChains {
  private static final double CAPACITY = 1e9;
  private static final double BYTES = 1e12;
  private static final int LONGEST_CHAIN = 20;
  private static final int MOST_SHORT_FLOWS = 10;

  private LinkChains() {}

  /**
   * The parking lot: one long flow of weight w, and k short ones of weight 1 on each of n equal
   * links. The long one gets C w / (w + k) however long it is, the short ones C / (w + k).
   */
  static List<Comparison> parkingLots() {
    List<Comparison> comparisons = new ArrayList<>();
    for (int links = 1; links <= LONGEST_CHAIN; links++) {
      for (int shortFlows = 1; shortFlows <= MOST_SHORT_FLOWS; shortFlows++) {
        double weight = 1 + shortFlows / 3.0;
        String name = links + " links, " + shortFlows + " short";
        double each = CAPACITY / (weight + shortFlows);
        RecordedNetwork network = chain(links, CAPACITY);
        long first = startLong(network, links, weight);
        long last = 0;
        for (int i = 0; i < links * shortFlows; i++) {
          last = network.network().start(FlowSpec.of(Route.over(i % links), BYTES));
        }
        comparisons.add(
            new Comparison(name + ", long", network.network().rate(first), weight * each));
        comparisons.add(new Comparison(name + ", short", network.network().rate(last), each));
      }
    }
    return comparisons;
  }

  /**
   * Two links of C and c C with one short flow each and one long: if c is at most 1, the long one
   * gets c C / 2, the short ones C - c C / 2 and c C / 2.
   */
  static List<Comparison> twoLinks() {
    List<Comparison> comparisons = new ArrayList<>();
    for (int percent = 1; percent <= 100; percent++) {
      double narrow = CAPACITY * percent / 100;
      RecordedNetwork network =
          new RecordedNetwork(
              List.of(new Link("wide", CAPACITY, 0), new Link("narrow", narrow, 0)));
      long wide = network.network().start(FlowSpec.of(Route.over(0), BYTES));
      long both = startLong(network, 2, 1);
      network.network().start(FlowSpec.of(Route.over(1), BYTES));
      String name = percent + " %";
      comparisons.add(new Comparison(name + ", long", network.network().rate(both), narrow / 2));
      comparisons.add(
          new Comparison(name + ", wide", network.network().rate(wide), CAPACITY - narrow / 2));
    }
    return comparisons;
  }

  private static RecordedNetwork chain(int length, double capacity) {
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      links.add(new Link("link " + i, capacity, 0));
    }
    return new RecordedNetwork(links);
  }

  private static long startLong(RecordedNetwork network, int links, double weight) {
    int[] route = new int[links];
    for (int i = 0; i < links; i++) {
      route[i] = i;
    }
    return network.network().start(FlowSpec.of(Route.over(route), BYTES).weighing(weight));
  }
}
