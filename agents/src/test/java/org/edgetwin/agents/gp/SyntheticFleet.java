package org.edgetwin.agents.gp;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.belief.Observation;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/**
 * A generated fleet: machines of three GPU types at several sites, some of them used several times
 * as much as others, and jobs of 26 classes that end over three days, each observed with noise.
 *
 * @param features what is known of the machines
 * @param groups the hidden group of each machine
 * @param observations in order of time
 */
record SyntheticFleet(
    List<MachineFeatures> features, List<Integer> groups, List<Observation> observations) {
  /** Standard deviation of the noise of an observation. */
  static final double NOISE_SD = 0.15;

  private static final double STRAGGLER_SD = 0.8;
  private static final double SPAN = 3 * 86400;

  SyntheticFleet {
    features = List.copyOf(features);
    groups = List.copyOf(groups);
    observations = List.copyOf(observations);
  }

  static SyntheticFleet generate(FleetLaw law, Streams streams) {
    RandomStream shape = streams.stream("fleet/shape");
    int machines = shape.nextInt(law.leastMachines(), law.mostMachines());
    int jobs = shape.nextInt(law.leastJobs(), law.mostJobs());
    int classes = 26;
    HiddenFactors hidden = new HiddenFactors(law.factors(), machines, classes, streams);
    List<MachineFeatures> features = new ArrayList<>();
    List<Integer> groups = new ArrayList<>();
    double[] cumulated = new double[machines];
    for (int m = 0; m < machines; m++) {
      int random = shape.nextInt(0, 3);
      int site = law.groupsAreSites() ? hidden.group(m) : random;
      features.add(new MachineFeatures("gpu-" + shape.nextInt(0, 2), "site-" + site, List.of()));
      groups.add(hidden.group(m));
      double popularity = Math.exp(0.7 * HiddenFactors.normal(shape));
      cumulated[m] = popularity + (m > 0 ? cumulated[m - 1] : 0);
    }
    RandomStream workload = streams.stream("fleet/jobs");
    RandomStream noise = streams.stream("fleet/noise");
    RandomStream stragglers = streams.stream("fleet/stragglers");
    List<Observation> observations = new ArrayList<>();
    double time = 0;
    for (int i = 0; i < jobs; i++) {
      time -= SPAN / jobs * Math.log(1 - workload.nextDouble());
      int machine = pick(cumulated, workload.nextDouble());
      int workloadClass = workload.nextInt(0, classes - 1);
      double value =
          hidden.logSlowdown(machine, workloadClass, time) + NOISE_SD * HiddenFactors.normal(noise);
      if (stragglers.nextDouble() < law.stragglers()) {
        value += STRAGGLER_SD * Math.abs(HiddenFactors.normal(stragglers));
      }
      observations.add(new Observation(machine, workloadClass, time, value));
    }
    return new SyntheticFleet(features, groups, observations);
  }

  private static int pick(double[] cumulated, double uniform) {
    double at = uniform * cumulated[cumulated.length - 1];
    int machine = 0;
    while (cumulated[machine] < at) {
      machine++;
    }
    return machine;
  }
}
