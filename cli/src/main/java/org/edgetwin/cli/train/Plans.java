package org.edgetwin.cli.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.edgetwin.agents.env.Episodes;
import org.edgetwin.agents.file.RuleFile;
import org.edgetwin.agents.gp.MachineKnowledge;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.pair.PairScheduler;
import org.edgetwin.agents.rollout.Rollout;
import org.edgetwin.agents.study.StudyPlan;
import org.edgetwin.agents.train.ParameterExploration;
import org.edgetwin.agents.train.PpoConfig;
import org.edgetwin.agents.train.Schedule;
import org.edgetwin.agents.train.Team;
import org.edgetwin.agents.tune.RuleSearch;
import org.edgetwin.cli.simulate.SchedulerCheck;
import org.edgetwin.scenarios.ScenarioRuns;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.scenarios.training.Training;
import org.edgetwin.scenarios.training.TrainingFiles;
import org.edgetwin.sim.policies.LearnedOutlook;
import org.edgetwin.sim.scheduling.DurationKnowledge;

/** Training files as the agents' own terms. */
final class Plans {
  private static final double MAX_GRADIENT_NORM = 0.5;

  /** Rates and weights fall to this share of what they begin with. */
  private static final double LAST_SHARE = 0.1;

  private Plans() {}

  /**
   * @param start the rule to start from
   */
  static StudyPlan plan(Training training, LinearRule start) {
    Training.Agents agents = training.agents();
    Training.Search search = training.search();
    return new StudyPlan(
        training.seed(),
        cast(training),
        start,
        new RuleSearch.Settings(
            search.generations(), search.population(), search.episodes(), search.spread()),
        new StudyPlan.Networks(
            agents.width(),
            agents.squeeze(),
            agents.message(),
            agents.residual(),
            agents.orderSharpness(),
            agents.placeSharpness()),
        exploration(training.exploration()),
        lessons(training.learning(), agents.learn()),
        new StudyPlan.Validation(
            training.learning().look(),
            training.learning().patience(),
            training.learning().fallBack()));
  }

  /** Who plays: the rule that everything is measured against, and what agents may do and know. */
  static Rollout.Cast cast(Training training) {
    return new Rollout.Cast(
        new PairScheduler.Setting(
            reference(training.search()), DurationKnowledge.NOISY, training.agents().preempt()),
        new LearnedOutlook(knowledge(training.agents().belief()).factory(), 0));
  }

  private static LinearRule reference(Training.Search search) {
    return LinearRule.shortestService(search.hysteresis());
  }

  /**
   * The rule that a training starts from.
   *
   * @param file where the training stands
   * @throws BadInputException if it names a rule that cannot be used
   */
  static LinearRule start(Path file, Training training) {
    String name = training.search().start();
    if (name == null) {
      return reference(training.search());
    }
    Path path = file.resolveSibling(name);
    try {
      return RuleFile.read(path.toString(), Files.readAllBytes(path)).rule();
    } catch (IOException e) {
      throw problem(file, name, "There is no such file, or it cannot be read: " + path + ".");
    } catch (IllegalArgumentException e) {
      throw problem(file, name, e.getMessage());
    }
  }

  private static BadInputException problem(Path file, String value, String message) {
    return new BadInputException(
        new Issue(
            file.toString(),
            0,
            "search.start",
            value,
            message,
            "Maybe the rule.json of a training."));
  }

  static MachineKnowledge knowledge(Training.Belief belief) {
    return switch (belief) {
      case NONE -> MachineKnowledge.NONE;
      case MEAN -> MachineKnowledge.MEAN;
      case SHRINKAGE -> MachineKnowledge.SHRINKAGE;
      case RWGP -> MachineKnowledge.RWGP;
    };
  }

  private static ParameterExploration.Settings exploration(Training.Exploration exploration) {
    return new ParameterExploration.Settings(
        exploration.updates(),
        exploration.pairs(),
        exploration.episodes(),
        exploration.spread(),
        falling(exploration.rate(), exploration.updates()));
  }

  private static StudyPlan.Lessons lessons(Training.Learning learning, Training.Learners learn) {
    int updates = learning.updates();
    return new StudyPlan.Lessons(
        learning.imitation(),
        updates,
        learning.windows(),
        learning.rolls(),
        learning.share(),
        new PpoConfig(
            team(learning.team()),
            learning.lambda(),
            learning.clip(),
            learning.epochs(),
            learning.minibatch(),
            falling(learning.rate(), updates),
            falling(learning.criticRate(), updates),
            falling(learning.entropy(), updates),
            falling(learning.leash(), updates),
            MAX_GRADIENT_NORM,
            learn != Training.Learners.PLACER,
            learn != Training.Learners.ORDERER));
  }

  private static Team team(Training.Teaming team) {
    return switch (team) {
      case COOPERATIVE -> Team.COOPERATIVE;
      case JOINT -> Team.JOINT;
      case INDEPENDENT -> Team.INDEPENDENT;
    };
  }

  private static Schedule falling(double from, int updates) {
    return new Schedule(from, LAST_SHARE * from, updates);
  }

  /**
   * The scenarios of a span.
   *
   * @throws BadInputException if they are wrong, or have no estimates for agents to go by
   */
  static List<Scenario> scenarios(Path file, Training training, Training.Span span) {
    List<Scenario> scenarios = TrainingFiles.scenarios(file, training, span);
    Path where = TrainingFiles.scenarioFile(file, training);
    for (Scenario scenario : scenarios) {
      new SchedulerCheck(where, scenario).check("agents", List.of("dual-agent"));
    }
    return scenarios;
  }

  /**
   * The episodes of a span.
   *
   * @throws BadInputException if there is something wrong with what its scenarios read
   */
  static Episodes episodes(List<Scenario> scenarios, Training.Span span) {
    return new Episodes(scenarios.stream().map(ScenarioRuns::open).toList(), span.replications());
  }
}
