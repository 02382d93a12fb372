package org.edgetwin.calibration.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.network.FlowSpec;
import org.edgetwin.sim.network.Link;
import org.edgetwin.sim.network.Route;
import org.edgetwin.sim.validation.Comparison;
import umontreal.ssj.rng.RandomStream;

/**
 * Flows of several weights that come to one link one after the other, all before the first ends.
 *
 * <p>In closed form: let V grow at capacity over the sum of weights present. A flow that came at V
 * = v with b bytes and weight w leaves at V = v + b / w. While flows come, V is a sum over the
 * times between arrivals; once all have come they leave in the order of their last V, and each step
 * takes (difference in V) x (weight still there) / capacity.
 */
final class StaggeredFlows {
  private static final int CASES = 200;
  private static final int FLOWS = 20;
  private static final double CAPACITY = 1e9;

  private record Flow(double arrival, double weight, double finishLevel, double bytes) {}

  private StaggeredFlows() {}

  static List<Comparison> completions() {
    RandomStream stream = new Streams(1, 1).stream("validation/network/staggered");
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      compare(draw(stream), "case " + i, comparisons);
    }
    return comparisons;
  }

  private static Flow[] draw(RandomStream stream) {
    Flow[] flows = new Flow[FLOWS];
    double time = 0;
    double level = 0;
    double weightSum = 0;
    for (int i = 0; i < FLOWS; i++) {
      double gap = i == 0 ? 0 : 0.01 * stream.nextDouble();
      level += i == 0 ? 0 : gap * CAPACITY / weightSum;
      time += gap;
      double weight = stream.nextInt(1, 8);
      // The level never passes 0.2 x CAPACITY before the last has come, so nobody ends before.
      double bytes = weight * CAPACITY * (0.2 + stream.nextDouble());
      flows[i] = new Flow(time, weight, level + bytes / weight, bytes);
      weightSum += weight;
    }
    return flows;
  }

  private static void compare(Flow[] flows, String name, List<Comparison> comparisons) {
    RecordedNetwork network = new RecordedNetwork(List.of(new Link("line", CAPACITY, 0)));
    long[] started = new long[FLOWS];
    for (int i = 0; i < FLOWS; i++) {
      network.kernel().runUntil(flows[i].arrival());
      FlowSpec spec = FlowSpec.of(Route.over(0), flows[i].bytes()).weighing(flows[i].weight());
      started[i] = network.network().start(spec);
    }
    network.drain();
    double[] expected = completionTimes(flows);
    for (int i = 0; i < FLOWS; i++) {
      comparisons.add(new Comparison(name + ", flow " + i, network.end(started[i]), expected[i]));
    }
  }

  private static double[] completionTimes(Flow[] flows) {
    Integer[] order = new Integer[flows.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(flows[a].finishLevel(), flows[b].finishLevel()));
    double present = Arrays.stream(flows).mapToDouble(Flow::weight).sum();
    double time = flows[flows.length - 1].arrival();
    double level = levelAtLastArrival(flows);
    double[] ends = new double[flows.length];
    for (int i : order) {
      time += (flows[i].finishLevel() - level) * present / CAPACITY;
      level = flows[i].finishLevel();
      present -= flows[i].weight();
      ends[i] = time;
    }
    return ends;
  }

  private static double levelAtLastArrival(Flow[] flows) {
    Flow last = flows[flows.length - 1];
    return last.finishLevel() - last.bytes() / last.weight();
  }
}
