package org.edgetwin.agents.gp;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.edgetwin.sim.belief.MachineBelief;
import org.edgetwin.sim.belief.Observation;
import org.edgetwin.sim.belief.Prediction;

/**
 * Random walk Gaussian process over machines, our reconstruction of an idea known from its abstract
 * only [xing2023]: it learns which machines perform alike and how performance fluctuates.
 *
 * <p>The log slow-down of class c on machine m at time t is a sum of independent normal parts, with
 * the covariance
 *
 * <pre>
 *   k((m,c,t),(m',c',t')) = s_0^2 + s_g^2 K_g(m,m') + s_b^2 K_b(m,m')        level
 *                         + [m=m'] ( s_o^2 + s_d^2 exp(-|t-t'|/tau) + s_c^2 [c=c'] )
 * </pre>
 *
 * and noise s_n^2 on each observation. K_g is the random walk kernel [smola2003] on the graph of
 * the machines' features, K_b on a graph of how they behaved, made anew at every refit. Only the
 * level links machines, so inference is exact at the cost of one small Cholesky factor per machine
 * and an M x M matrix: with n observations of M machines, O((n/M)^3 + M^2) for an observation and
 * at most O((n/M)^2) for a prediction, n/M being those of the machine in question.
 */
public final class RandomWalkGp implements MachineBelief {
  private final RwgpSettings settings;
  private final List<MachinePredictor> machines;
  private KernelParameters parameters;
  private LevelKernel kernel;
  private LevelPosterior levels;
  private int entries;
  private int untilRefit;
  private int groups = 1;

  /** Nothing seen yet; the graph says which machines there are. */
  public RandomWalkGp(MachineGraph graph, RwgpSettings settings) {
    this.settings = settings;
    parameters = settings.parameters();
    untilRefit = settings.refitEvery();
    kernel = LevelKernel.before(graph);
    levels = LevelPosterior.prior(kernel.covariance(parameters));
    machines = new ArrayList<>(graph.size());
    MachineEvidence none = new MachineEvidence(MachineHistory.EMPTY, parameters);
    for (int m = 0; m < graph.size(); m++) {
      machines.add(new MachinePredictor(none, parameters));
    }
  }

  private RandomWalkGp(RandomWalkGp other) {
    settings = other.settings;
    parameters = other.parameters;
    machines = new ArrayList<>(other.machines.size());
    for (MachinePredictor machine : other.machines) {
      machines.add(new MachinePredictor(machine.evidence(), parameters));
    }
    kernel = other.kernel;
    levels = other.levels;
    entries = other.entries;
    untilRefit = other.untilRefit;
    groups = other.groups;
  }

  @Override
  public void observe(Observation observation) {
    int machine = Objects.checkIndex(observation.machine(), machines.size());
    MachineHistory before = history(machine);
    MachineHistory after = before.with(observation, settings.mergeWithin());
    entries += after.size() - before.size();
    replace(machine, after);
    if (entries > settings.window()) {
      int oldest = machineWithOldestEntry();
      replace(oldest, history(oldest).withoutOldest());
      entries--;
    }
    untilRefit--;
    if (untilRefit == 0) {
      refit();
      untilRefit = settings.refitEvery();
    }
  }

  private void replace(int machine, MachineHistory history) {
    MachineEvidence before = machines.get(machine).evidence();
    MachineEvidence after = before.with(history);
    machines.set(machine, machines.get(machine).with(after));
    levels = levels.replace(machine, before, after);
  }

  private MachineHistory history(int machine) {
    return machines.get(machine).evidence().history();
  }

  private List<MachineEvidence> evidence() {
    return machines.stream().map(MachinePredictor::evidence).toList();
  }

  private int machineWithOldestEntry() {
    int oldest = 0;
    for (int m = 1; m < machines.size(); m++) {
      if (history(m).oldestTime() < history(oldest).oldestTime()) {
        oldest = m;
      }
    }
    return oldest;
  }

  /**
   * First the hyper-parameters as if there were no groups, then the groups, then what is shared by
   * them.
   */
  private void refit() {
    List<MachineHistory> histories = evidence().stream().map(MachineEvidence::history).toList();
    parameters = HyperparameterFit.fit(histories, kernel, settings.parameters(), parameters);
    reset(histories);
    BehaviourGroups found = BehaviourGroups.of(evidence(), parameters);
    groups = found.count();
    if (groups > 1) {
      kernel = kernel.withBehaviour(found.kernel(evidence()));
      parameters = parameters.withBehaviourShare(found.share());
      reset(histories);
    }
  }

  /** Everything anew from the histories, after the kernel or its parameters have changed. */
  private void reset(List<MachineHistory> histories) {
    levels = LevelPosterior.prior(kernel.covariance(parameters));
    MachineEvidence none = new MachineEvidence(MachineHistory.EMPTY, parameters);
    for (int m = 0; m < machines.size(); m++) {
      machines.set(m, new MachinePredictor(none, parameters));
      if (histories.get(m).size() > 0) {
        replace(m, histories.get(m));
      }
    }
  }

  @Override
  public Prediction predict(int machine, int workloadClass, double time) {
    return machines
        .get(machine)
        .predict(workloadClass, time, levels.mean(machine), levels.variance(machine));
  }

  /** The hyper-parameters in use: those given, or those of the last refit. */
  public KernelParameters parameters() {
    return parameters;
  }

  /** Groups of machines that behave alike, found at the last refit; 1 if there are none. */
  public int groups() {
    return groups;
  }

  @Override
  public RandomWalkGp copy() {
    return new RandomWalkGp(this);
  }
}
