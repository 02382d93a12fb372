package org.edgetwin.cli.explain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.edgetwin.cli.simulate.SchedulerCheck;
import org.edgetwin.reports.explain.ExplanationPage;
import org.edgetwin.reports.explain.ExplanationText;
import org.edgetwin.reports.folder.BadRunFolderException;
import org.edgetwin.reports.folder.RunFolder;
import org.edgetwin.scenarios.ScenarioLoader;
import org.edgetwin.scenarios.ScenarioRuns;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.explain.Explainer;
import org.edgetwin.sim.explain.Explanation;
import org.jspecify.annotations.Nullable;

/** A run that can be simulated again. */
public record ExplainedRun(String scenario, String scheduler, int replication, PreparedRun run) {
  /** Most decisions told unless another number is asked for. */
  public static final int USUAL_DECISIONS = 6;

  /**
   * Opens a run folder or a scenario file.
   *
   * @param scheduler null for the first one of the run
   * @throws BadInputException if the scenario, the scheduler or the replication is wrong
   * @throws BadRunFolderException if files of the folder are missing
   */
  public static ExplainedRun open(
      Path place, List<String> overrides, @Nullable String scheduler, int replication) {
    boolean folder = Files.isDirectory(place);
    if (folder && !overrides.isEmpty()) {
      throw new BadInputException(
          new Issue(
              "--set",
              0,
              "",
              overrides.get(0),
              "A run folder is explained as it was run.",
              "Maybe the scenario file instead of the folder."));
    }
    Path file = folder ? scenarioOf(place) : place;
    Scenario loaded = ScenarioLoader.load(file, overrides).orThrow();
    String chosen = scheduler;
    if (chosen == null) {
      chosen = folder ? RunFolder.read(place).schedulers().get(0).name() : loaded.scheduler();
    }
    new SchedulerCheck(file, loaded).check("--scheduler", List.of(chosen));
    ScenarioRuns runs = ScenarioRuns.open(loaded);
    if (replication > 1 && !runs.replicable()) {
      throw new BadInputException(
          new Issue(
              "--replication",
              0,
              "",
              Integer.toString(replication),
              runs.replicationMethod(),
              "Maybe 1."));
    }
    return new ExplainedRun(loaded.name(), chosen, replication, runs.create(chosen, replication));
  }

  private static Path scenarioOf(Path folder) {
    Path file = folder.resolve(RunFolder.SCENARIO);
    if (!Files.exists(file)) {
      throw new BadRunFolderException(
          folder
              + ": there is no "
              + RunFolder.SCENARIO
              + ", so this is no folder of a run. Maybe the scenario file.");
    }
    return file;
  }

  /**
   * Explains a job.
   *
   * @param limit most decisions told
   * @throws BadInputException if there is no such job
   */
  public ExplanationText explain(JobChoice job, int limit) {
    Explanation explanation = new Explainer(run::simulation, true).explain(job::among, limit);
    return new ExplanationText(scenario, scheduler, explanation);
  }

  /**
   * Adds a page to a run folder and links it in the report.
   *
   * @return the page
   */
  public Path addPage(Path folder, ExplanationText text) {
    String job = text.explanation().job().name();
    String command =
        "./edgetwin explain "
            + folder
            + " --job "
            + job
            + " --scheduler '"
            + scheduler
            + "'"
            + (replication == 1 ? "" : " --replication " + replication);
    String name = job + "-" + scheduler + (replication == 1 ? "" : "-replication-" + replication);
    return RunFolder.addExplanation(
        folder,
        name.replaceAll("[^A-Za-z0-9._+-]+", "-").replaceFirst("-$", ""),
        new ExplanationPage(text, command).html());
  }
}
