package org.edgetwin.sim.policies.elastic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.optimize.LinearSolver;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Slice;
import org.edgetwin.sim.scheduling.SpeedKnowledge;

/**
 * Sia [sia2023]: an integer program chooses at most one configuration (GPU type and gang) for each
 * job and minimises the sum of G^p, G the goodput of a configuration over the least one of its job,
 * and of a penalty for each job that gets none. A configuration other than the present one counts
 * (T - R d) / (T + d) times its goodput, as in {@link Pollux}. Batches are those of most goodput.
 * Jobs begin with their smallest gang and at most double it from round to round.
 *
 * <p>Rigid jobs take part with the gang that they ask for, so that only their type is chosen, and
 * hold it to their end. Differences from the paper: a node group is what a type is there (gangs
 * never span groups); running rigid jobs are not moved.
 */
final class Sia implements GangPlanner {
  /** Relative gap at which the search for an assignment ends. */
  static final double GAP = 1e-3;

  private final double power;
  private final ConfigurationProgram program;
  private final double restartSeconds;

  Sia(LinearSolver solver, double power, double idleCost, double restartSeconds) {
    this.power = power;
    program = new ConfigurationProgram(solver, idleCost);
    this.restartSeconds = restartSeconds;
  }

  @Override
  public void plan(Round round) {
    var configurations = new Configurations(round, power, restartSeconds);
    List<List<Configuration>> choices = new ArrayList<>();
    for (JobView job : round.jobs()) {
      choices.add(configurations.of(job));
    }
    List<Configuration> chosen = program.solve(choices, capacity(round));
    Map<Configuration, List<Slice>> places = place(round, chosen, true);
    if (places.size() < chosen.size()) {
      Map<Configuration, List<Slice>> anew = place(round, chosen, false);
      places = anew.size() > places.size() ? anew : places;
    }
    places.forEach((configuration, slices) -> give(round, configuration, slices));
  }

  /** Free GPUs by index of the node group; last: of all groups. */
  private static int[] capacity(Round round) {
    int[] capacity = new int[round.view().fleet().groupCount() + 1];
    for (int i = 0; i < round.view().groupCount(); i++) {
      capacity[round.view().group(i).index()] = round.machines().leftIn(round.view().group(i));
    }
    capacity[capacity.length - 1] = round.machines().left();
    return capacity;
  }

  /**
   * Places gangs, the largest first, none over more nodes than it needs.
   *
   * @param stay whether those that keep their configuration keep their GPUs too
   */
  private static Map<Configuration, List<Slice>> place(
      Round round, List<Configuration> chosen, boolean stay) {
    Machines machines = round.machines().copy();
    Map<Configuration, List<Slice>> places = new LinkedHashMap<>();
    List<Configuration> moving = new ArrayList<>();
    for (Configuration configuration : chosen) {
      List<Slice> held = round.held(configuration.job());
      boolean same =
          Gang.gpus(held) == configuration.gpus()
              && configuration.job().nodeGroup() == configuration.group().index();
      if (stay && same && machines.take(held)) {
        places.put(configuration, held);
      } else {
        moving.add(configuration);
      }
    }
    moving.sort(Comparator.comparingInt(each -> -each.gpus()));
    for (Configuration configuration : moving) {
      NodeGroupView group = configuration.group();
      int gpus = configuration.gpus();
      List<Slice> slices =
          machines.fewestNodes(group, gpus, configuration.job().demand().spanning());
      boolean packed = !slices.isEmpty() && slices.size() <= Round.fewestNodes(group, gpus);
      if ((packed || (!stay && !slices.isEmpty())) && machines.take(slices)) {
        places.put(configuration, slices);
      }
    }
    return places;
  }

  private static void give(Round round, Configuration configuration, List<Slice> slices) {
    JobView job = configuration.job();
    int batch =
        job.elasticity() == null
            ? 0
            : round
                .view()
                .bestBatch(job, configuration.group(), configuration.gpus(), slices.size());
    round.give(job, new Gang(slices, batch));
  }

  @Override
  public boolean placesRigid() {
    return true;
  }

  @Override
  public Knowledge knowledge() {
    return new Knowledge(DurationKnowledge.NONE, SpeedKnowledge.MATRIX);
  }

  @Override
  public GangPlanner copy() {
    return this;
  }
}
