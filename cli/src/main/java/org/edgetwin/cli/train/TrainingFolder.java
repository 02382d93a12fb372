package org.edgetwin.cli.train;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.edgetwin.agents.file.Checkpoint;
import org.edgetwin.agents.file.FolderClaim;
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
  private final FileChannel lock;

  private TrainingFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Opens the folder of a new training, or of the same one that was stopped.
   *
   * @throws BadInputException if it is another's, another training goes on there, or what it left
   *     is damaged
   */
  static TrainingFolder open(Path path, String settings) throws IOException {
    FolderClaim claim = FolderClaim.of(path, settings);
    if (claim != FolderClaim.OWN) {
      throw problem(path, claim.problem(), claim.hint());
    }
    FileChannel channel = FileChannel.open(FolderClaim.settings(path), StandardOpenOption.WRITE);
    TrainingFolder folder = new TrainingFolder(path, channel);
    try {
      folder.require();
    } catch (BadInputException e) {
      folder.close();
      throw e;
    }
    return folder;
  }

  private void require() throws IOException {
    if (!isOurs()) {
      throw problem(
          path,
          "Another training is going on in this folder.",
          "Maybe wait for it, or another folder.");
    }
    if (Files.exists(checkpoint())) {
      try {
        Checkpoint.read(checkpoint());
      } catch (IllegalArgumentException e) {
        throw problem(
            path,
            "The training cannot go on here: " + e.getMessage(),
            "Maybe delete that file, and the training begins anew.");
      }
    }
  }

  private boolean isOurs() throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static BadInputException problem(Path path, String problem, String hint) {
    return new BadInputException(new Issue("--out", 0, "", path.toString(), problem, hint));
  }

  @Override
  public void close() throws IOException {
    lock.close();
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
