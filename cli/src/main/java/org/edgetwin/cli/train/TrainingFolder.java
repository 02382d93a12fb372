package org.edgetwin.cli.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  private static final String SETTINGS = "training.txt";

  /** Opens the folder of a new training, or of the same one that was stopped. */
  static TrainingFolder open(Path path, String settings) throws IOException {
    Path known = path.resolve(SETTINGS);
    if (Files.isRegularFile(path)) {
      throw problem(path, "This is a file, not a folder.", "Maybe another name.");
    }
    if (Files.exists(known)) {
      if (!Files.readString(known).equals(settings)) {
        throw problem(
            path,
            "This folder holds a training with other settings, so this one cannot go on there.",
            "Maybe --out another folder.");
      }
      return new TrainingFolder(path);
    }
    if (Files.isDirectory(path)) {
      try (var entries = Files.list(path)) {
        if (entries.findAny().isPresent()) {
          throw problem(
              path, "This folder is not empty and holds no training.", "Maybe another name.");
        }
      }
    }
    Files.createDirectories(path);
    Files.writeString(known, settings);
    return new TrainingFolder(path);
  }

  private static BadInputException problem(Path folder, String message, String hint) {
    return new BadInputException(new Issue("--out", 0, "", folder.toString(), message, hint));
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
