package org.edgetwin.sim.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.experiment.RunControl;
import org.edgetwin.sim.experiment.RunExecutor;
import org.edgetwin.sim.experiment.RunFactory;
import org.edgetwin.sim.tuning.Trial.Phase;
import umontreal.ssj.rng.RandomStream;

/**
 * Looks for good values of a scheduler's parameters: successive halving [jamieson2016] over random
 * settings with three fifths of the budget, then twice over settings near the best one, the second
 * time nearer. A third of the settings of a round goes on to three times the replications. All
 * settings meet the same replications (common random numbers), so that few tell much.
 *
 * <p>The default is one of the settings and is run on all replications. Deterministic: the draws
 * come from one stream, and results do not depend on the executor.
 *
 * <p>Limits: the best of many settings looks better on the jobs it was chosen by than it is; judge
 * it on others.
 */
public final class ParameterSearch {
  private static final int FIRST_RUNG = 2;
  private static final int KEPT = 3;
  private static final int MOST_DRAWS = 200;
  private static final double RANDOM_SHARE = 0.6;
  private static final double[] NEARBY_SPREADS = {0.12, 0.04};

  private final SearchPlan plan;
  private final RandomStream random;
  private final TrialRuns runs;
  private final String usual;

  /** Settings by name, in the order in which they were proposed. */
  private final Map<String, Proposal> proposalByName = new LinkedHashMap<>();

  private record Proposal(List<Double> values, Phase phase) {}

  public ParameterSearch(
      SearchPlan plan,
      RunFactory factory,
      RunExecutor executor,
      RunControl control,
      RandomStream random) {
    this.plan = plan;
    this.random = random;
    runs = new TrialRuns(factory, executor, control, plan);
    List<Double> defaults = plan.dimensions().stream().map(Dimension::defaultValue).toList();
    usual = plan.naming().apply(defaults);
    proposalByName.put(usual, new Proposal(defaults, Phase.DEFAULT));
  }

  /** Searches until the budget is spent, or it is cancelled. */
  public SearchResult search() {
    boolean going = runs.run(List.of(usual), plan.replications());
    int left = plan.budget() - runs.count();
    if (going) {
      going = halve(draw((int) (RANDOM_SHARE * left), Double.NaN));
    }
    for (int i = 0; i < NEARBY_SPREADS.length && going; i++) {
      int share = (plan.budget() - runs.count()) / (NEARBY_SPREADS.length - i);
      going = halve(draw(share, NEARBY_SPREADS[i]));
    }
    return new SearchResult(trials(), usual, best(), runs.count(), !runs.interrupted());
  }

  /** As many settings as a budget pays for; around the best one if the spread is a number. */
  private List<String> draw(int budget, double spread) {
    int count = 0;
    while (halvingRuns(count + 1) <= budget) {
      count++;
    }
    List<Double> centre = proposalByName.get(best()).values();
    List<String> names = new ArrayList<>();
    for (int draws = 0; names.size() < count && draws < MOST_DRAWS + 2 * count; draws++) {
      List<Double> values = new ArrayList<>();
      for (int i = 0; i < plan.dimensions().size(); i++) {
        Dimension dimension = plan.dimensions().get(i);
        double place =
            Double.isNaN(spread)
                ? random.nextDouble()
                : reflected(dimension.place(centre.get(i)) + spread * normal());
        values.add(dimension.value(place));
      }
      String name = plan.naming().apply(values);
      if (!proposalByName.containsKey(name) && plan.legal().test(name)) {
        Phase phase = Double.isNaN(spread) ? Phase.RANDOM : Phase.NEARBY;
        proposalByName.put(name, new Proposal(values, phase));
        names.add(name);
      }
    }
    return names;
  }

  private double normal() {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }

  private static double reflected(double place) {
    double inside = Math.abs(place) % 2;
    return inside > 1 ? 2 - inside : inside;
  }

  private int halvingRuns(int settings) {
    int sum = 0;
    int before = 0;
    int alive = settings;
    for (int rung = firstRung(); ; rung = next(rung)) {
      sum += alive * (rung - before);
      if (rung == plan.replications()) {
        return sum;
      }
      before = rung;
      alive = kept(alive);
    }
  }

  private int firstRung() {
    return Math.min(FIRST_RUNG, plan.replications());
  }

  private int next(int rung) {
    return Math.min(plan.replications(), KEPT * rung);
  }

  private static int kept(int alive) {
    return (alive + KEPT - 1) / KEPT;
  }

  private boolean halve(List<String> settings) {
    List<String> alive = settings;
    int rung = firstRung();
    while (!alive.isEmpty()) {
      if (!runs.run(alive, rung)) {
        return false;
      }
      if (rung == plan.replications()) {
        break;
      }
      alive = ranked(alive, rung).subList(0, kept(alive.size()));
      rung = next(rung);
    }
    return true;
  }

  private List<String> ranked(List<String> names, int replications) {
    List<String> order = new ArrayList<>(names);
    order.sort(Comparator.comparingDouble(name -> runs.cost(name, replications, usual)));
    return order;
  }

  /** The best of those with all replications; the default before there is one. */
  private String best() {
    List<String> whole =
        proposalByName.keySet().stream()
            .filter(name -> runs.replications(name) == plan.replications())
            .toList();
    return whole.isEmpty() ? usual : ranked(whole, plan.replications()).get(0);
  }

  private List<Trial> trials() {
    List<Trial> trials = new ArrayList<>();
    proposalByName.forEach(
        (name, proposal) -> {
          int done = runs.replications(name);
          if (done > 0) {
            trials.add(
                new Trial(
                    name,
                    proposal.values(),
                    proposal.phase(),
                    runs.values(name),
                    runs.leavesMore(name, done, usual)));
          }
        });
    return trials;
  }
}
