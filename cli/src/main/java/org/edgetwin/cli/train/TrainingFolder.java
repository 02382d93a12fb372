package org.edgetwin.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.edgetwin.agents.file.FolderClaim;
import org.edgetwin.reports.folder.LearningFolder;
import org.edgetwin.reports.folder.MetricsCsv;
import org.edgetwin.reports.learning.LearningCurves;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;

/**
 * What a training leaves behind: its settings, its checkpoint, its measurements and its policy. A
 * training that finds its own settings there goes on.
 *
 * @param path the folder
 */
record TrainingFolder(Path path) {
  /** Opens the folder of a new training, or of the same one that was stopped. */
  static TrainingFolder open(Path path, String settings) throws IOException {
    FolderClaim claim = FolderClaim.of(path, settings);
    if (claim != FolderClaim.OWN) {
      throw new BadInputException(
          new Issue("--out", 0, "", path.toString(), claim.problem(), claim.hint()));
    }
    return new TrainingFolder(path);
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
