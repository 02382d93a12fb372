package org.edgetwin.cli.simulate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.scenarios.model.JobSource;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.scenarios.names.Schedulers;
import org.edgetwin.sim.scheduling.DurationKnowledge;

/** Refuses schedulers that do not exist or would ask a scenario for what it does not tell. */
public final class SchedulerCheck {
  private final Path file;
  private final Scenario scenario;

  public SchedulerCheck(Path file, Scenario scenario) {
    this.file = file;
    this.scenario = scenario;
  }

  /**
   * Looks at all of them before it complains.
   *
   * @param option where they were named
   * @throws org.edgetwin.scenarios.issue.BadInputException with all problems if there are any
   */
  public void check(String option, List<String> schedulers) {
    Issues issues = new Issues();
    for (String name : schedulers) {
      Schedulers.problem(name)
          .ifPresentOrElse(
              problem -> issues.add(new Issue(option, 0, "", name, problem, Schedulers.hint(name))),
              () -> checkEstimates(name, issues));
    }
    issues.throwIfAny();
  }

  /**
   * Looks at orderings and placements one by one, and whether what is varied can matter.
   *
   * @throws org.edgetwin.scenarios.issue.BadInputException with all problems if there are any
   */
  public void check(StudyRequest study) {
    Issues issues = new Issues();
    if (study.grid() != null) {
      for (String ordering : study.grid().orderings()) {
        checkPart("--orderings", ordering, ordering + "+first-fit", issues);
      }
      for (String placement : study.grid().placements()) {
        checkPart("--placements", placement, "fifo+" + placement, issues);
      }
    }
    issues.throwIfAny();
  }

  private static void checkPart(String option, String part, String scheduler, Issues issues) {
    Optional<String> problem = Schedulers.problem(scheduler);
    if (problem.isEmpty()) {
      return;
    }
    boolean whole = Schedulers.problem(part).isEmpty();
    issues.add(
        whole && option.equals("--orderings")
            ? new Issue(
                option,
                0,
                "",
                part,
                "This scheduler chooses jobs and GPUs at once: no placement goes with it.",
                "Maybe --schedulers " + part + ", which is then compared beside the others.")
            : new Issue(option, 0, "", part, problem.get(), Schedulers.hint(scheduler)));
  }

  private void checkEstimates(String name, Issues issues) {
    if (Schedulers.knowledge(name).duration() != DurationKnowledge.NOISY) {
      return;
    }
    for (int i = 0; i < scenario.jobs().size(); i++) {
      JobSource source = scenario.jobs().get(i);
      if (source.estimateSigma() == null) {
        issues.add(
            new Issue(
                file.toString(),
                0,
                "jobs[" + i + "].estimate_sigma",
                "",
                "The scheduler "
                    + name
                    + " goes by estimates of durations, and the source "
                    + source.name()
                    + " gives none.",
                "Maybe estimate_sigma: 0.5, or another scheduler."));
      }
    }
  }
}
