package org.edgetwin.cli.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.edgetwin.agents.file.Checkpoint;
import org.edgetwin.agents.file.ClaimedFolder;
import org.edgetwin.agents.file.FolderRefusedException;
import org.edgetwin.agents.study.Study;
import org.edgetwin.cli.output.OutputPlace;
import org.edgetwin.reports.folder.LearningFolder;
import org.edgetwin.reports.folder.MetricsCsv;
import org.edgetwin.reports.learning.LearningCurves;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;

/**
 * What a training leaves behind: its settings, its checkpoint, its measurements and its policy. A
 * training that finds its own settings there goes on. Open, it is locked against others.
 */
final class TrainingFolder implements AutoCloseable {
  private final Path path;
  private final ClaimedFolder claim;
  private final long decisions;

  private TrainingFolder(Path path, ClaimedFolder claim) throws IOException {
    this.path = path;
    this.claim = claim;
    decisions = Files.exists(checkpoint()) ? readDecisions() : -1;
  }

  /**
   * Opens the folder of a new training, or of the same one that was stopped.
   *
   * @throws BadInputException if nothing can be written there, it is another's, another training
   *     goes on there, or what it left is damaged
   */
  static TrainingFolder open(Path path, String settings) throws IOException {
    OutputPlace.requirePossible(path);
    ClaimedFolder claim;
    try {
      claim = ClaimedFolder.claim(path, settings);
    } catch (FolderRefusedException e) {
      throw problem(path, String.valueOf(e.getMessage()), e.hint());
    }
    try {
      return new TrainingFolder(path, claim);
    } catch (IOException | BadInputException e) {
      claim.close();
      throw e;
    }
  }

  private long readDecisions() throws IOException {
    try {
      return Study.decisions(Checkpoint.read(checkpoint()));
    } catch (IllegalArgumentException e) {
      throw problem(
          path,
          "The training cannot go on here: " + e.getMessage(),
          "Maybe delete that file, and the training begins anew.");
    }
  }

  private static BadInputException problem(Path path, String problem, String hint) {
    return new BadInputException(new Issue("--out", 0, "", path.toString(), problem, hint));
  }

  @Override
  public void close() throws IOException {
    claim.close();
  }

  /** Decisions made so far, -1 before the first checkpoint: what a log holds beyond comes again. */
  long decisions() {
    return decisions;
  }

  Path checkpoint() {
    return path.resolve("checkpoint.bin");
  }

  Path rule() {
    return path.resolve("rule.json");
  }

  Path policy() {
    return path.resolve("policy.json");
  }

  Path curves() {
    return path.resolve(LearningFolder.CURVES);
  }

  /** Draws the measurements so far. */
  void writeCurves(String name) {
    LearningFolder.writeCurves(
        path,
        new LearningCurves(
            "Training of " + name,
            "decisions",
            "validation/jct_ratio",
            List.of(MetricsCsv.read(path, name))));
  }
}
