import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.edgetwin.agents.env.ClusterEnvironment;
import org.edgetwin.agents.env.Reward;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.pair.PairChooser;
import org.edgetwin.agents.pair.PairPass;
import org.edgetwin.agents.pair.PairScheduler;
import org.edgetwin.agents.gp.MachineKnowledge;
import org.edgetwin.scenarios.ScenarioLoader;
import org.edgetwin.scenarios.ScenarioRuns;
import org.edgetwin.sim.policies.LearnedOutlook;
import org.edgetwin.sim.scheduling.DurationKnowledge;

/** An ordering agent and a reward of one's own, beside the rule. docs/rl.md says how to run it. */
public final class OwnAgents {
  /** An hour of a job in the system weighs as much as a dollar of GPU fees. */
  static final Reward HOURS_AND_DOLLARS = terms -> -terms.jobSeconds() / 3600 - terms.feeUsd();

  /** Serves jobs in the order of submission, and places them as the rule does. */
  static final PairChooser OLDEST_FIRST =
      new PairChooser() {
        @Override
        public int pick(PairPass pass) {
          return IntStream.range(0, pass.jobCount()).filter(row -> pass.orderLegal()[row]).boxed()
              .min((a, b) -> Double.compare(pass.job(a).submitTime(), pass.job(b).submitTime()))
              .orElse(pass.jobCount()); // Nobody may be picked: stop.
        }

        @Override
        public int place(PairPass pass) {
          return PairChooser.RULE.place(pass);
        }

        @Override
        public PairChooser copy() {
          return this; // It keeps nothing between choices.
        }
      };

  /** The sum of rewards over the first replication of a scenario. */
  static double play(ScenarioRuns runs, PairChooser agents) {
    var rule = LinearRule.shortestService(0.7);
    var setting = new PairScheduler.Setting(rule, DurationKnowledge.NOISY, /* preemptive= */ true);
    var environment = new ClusterEnvironment(runs.create("fifo", 1), vc ->
        new PairScheduler(setting, new LearnedOutlook(MachineKnowledge.RWGP.factory(), 0), agents));
    double sum = 0;
    while (!environment.isOver()) {
      var decision = environment.listener().decide(environment.view());
      sum += HOURS_AND_DOLLARS.of(environment.step(decision));
    }
    return sum;
  }

  public static void main(String[] files) {
    var file = Path.of(files.length > 0 ? files[0] : "scenarios/duet-v1.yaml");
    var runs = ScenarioRuns.open(ScenarioLoader.load(file, List.of()).orThrow());
    System.out.printf("rule %.1f, oldest first %.1f%n", play(runs, PairChooser.RULE), play(runs, OLDEST_FIRST));
  }
}
