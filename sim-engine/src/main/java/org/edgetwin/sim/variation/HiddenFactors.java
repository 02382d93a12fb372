package org.edgetwin.sim.variation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.probdist.NormalDist;
import umontreal.ssj.rng.RandomStream;

/**
 * Hidden machine factors. The logarithm of the slow-down of machine m for class c at time t is
 *
 * <pre>  g(group of m) + o(m) + d(m, t) + i(c, m)</pre>
 *
 * with independent normal g, o, i of mean 0, and d an Ornstein-Uhlenbeck process: a random walk
 * that is drawn back to 0, in equilibrium from the start, moved on in steps by its exact
 * transition. Each machine belongs to one of the groups at random. Nothing of this is visible to a
 * scheduler but through the progress of jobs.
 *
 * @param groups number of groups of similar machines, at least 1
 * @param groupSd standard deviation of g
 * @param ownSd standard deviation of o
 * @param driftSd stationary standard deviation of d
 * @param driftSeconds time in which the memory of d falls to 1/e, seconds
 * @param stepSeconds time between two steps of d, seconds
 * @param classSd standard deviation of i
 * @param observationSd standard deviation of the logarithm of a measured slow-down
 */
public record HiddenFactors(
    int groups,
    double groupSd,
    double ownSd,
    double driftSd,
    double driftSeconds,
    double stepSeconds,
    double classSd,
    double observationSd)
    implements VariationModel {
  public HiddenFactors {
    if (groups < 1 || !(driftSeconds > 0) || !(stepSeconds > 0)) {
      throw new IllegalArgumentException(
          "Not hidden factors: "
              + groups
              + " groups, a memory of "
              + driftSeconds
              + " s, steps of "
              + stepSeconds
              + " s.");
    }
    for (double sd : new double[] {groupSd, ownSd, driftSd, classSd, observationSd}) {
      if (!(sd >= 0 && sd < 10)) {
        throw new IllegalArgumentException(
            "A standard deviation of hidden factors (" + sd + ") is not in 0 to 10.");
      }
    }
  }

  @Override
  public MachineVariation start(int nodes, Streams streams) {
    return new Machines(this, nodes, streams.scoped("variation"));
  }

  @Override
  public String describe() {
    return String.format(
        java.util.Locale.ROOT,
        "hidden factors: log sd %.2f over %d groups, %.2f per machine, %.2f per machine and class,"
            + " %.2f drifting in %.1f h",
        groupSd,
        groups,
        ownSd,
        classSd,
        driftSd,
        driftSeconds / 3600);
  }

  private static double normal(RandomStream stream) {
    return NormalDist.inverseF01(stream.nextDouble());
  }

  private static final class Machines implements MachineVariation {
    private final HiddenFactors model;
    private final Streams streams;

    /** g + o by machine. */
    private final double[] fixedArray;

    private final double[] driftArray;
    private final RandomStream driftStream;
    private double nextStep;

    /** i by class and machine, drawn when the class is first met, from a stream of its own. */
    private final Map<String, double[]> effectsByClass;

    Machines(HiddenFactors model, int nodes, Streams streams) {
      this.model = model;
      this.streams = streams;
      effectsByClass = new LinkedHashMap<>();
      fixedArray = new double[nodes];
      driftArray = new double[nodes];
      RandomStream fixed = streams.stream("machines");
      double[] groupEffects = new double[model.groups];
      for (int group = 0; group < model.groups; group++) {
        groupEffects[group] = model.groupSd * normal(fixed);
      }
      driftStream = streams.stream("drift");
      for (int node = 0; node < nodes; node++) {
        int group = fixed.nextInt(0, model.groups - 1);
        fixedArray[node] = groupEffects[group] + model.ownSd * normal(fixed);
        driftArray[node] = model.driftSd * normal(driftStream);
      }
      nextStep = model.driftSd > 0 ? model.stepSeconds : Double.POSITIVE_INFINITY;
    }

    private Machines(Machines other) {
      model = other.model;
      streams = other.streams;
      fixedArray = other.fixedArray;
      driftArray = other.driftArray.clone();
      driftStream = Streams.copyOf(other.driftStream);
      nextStep = other.nextStep;
      effectsByClass = new LinkedHashMap<>(other.effectsByClass);
    }

    @Override
    public double slowdown(int node, WorkloadClass workload) {
      double effect =
          model.classSd == 0
              ? 0
              : effectsByClass.computeIfAbsent(workload.id(), this::drawEffects)[node];
      return Math.exp(fixedArray[node] + driftArray[node] + effect);
    }

    private double[] drawEffects(String classId) {
      RandomStream stream = streams.stream("class/" + classId);
      double[] effects = new double[fixedArray.length];
      for (int node = 0; node < effects.length; node++) {
        effects[node] = model.classSd * normal(stream);
      }
      return effects;
    }

    @Override
    public double nextChange() {
      return nextStep;
    }

    @Override
    public void change() {
      double kept = Math.exp(-model.stepSeconds / model.driftSeconds);
      double sd = model.driftSd * Math.sqrt(1 - kept * kept);
      for (int node = 0; node < driftArray.length; node++) {
        driftArray[node] = kept * driftArray[node] + sd * normal(driftStream);
      }
      nextStep += model.stepSeconds;
    }

    @Override
    public MachineVariation copy() {
      return new Machines(this);
    }
  }
}
