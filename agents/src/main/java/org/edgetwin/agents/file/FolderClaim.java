package org.edgetwin.agents.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a training finds where it is to leave its files. */
public enum FolderClaim {
  /** A folder that is its own now, or that its own settings are in: it begins or goes on there. */
  OWN("", ""),
  FILE("This is a file, not a folder.", "Maybe another name."),
  OTHER_TRAINING(
      "This folder holds a training with other settings, so this one cannot go on there.",
      "Maybe --out another folder."),
  NO_TRAINING("This folder is not empty and holds no training.", "Maybe another name.");

  private static final String SETTINGS = "training.txt";

  private final String problem;
  private final String hint;

  FolderClaim(String problem, String hint) {
    this.problem = problem;
    this.hint = hint;
  }

  /**
   * Claims a folder for a training, which is told by its settings. Makes the folder if it is
   * missing, and nothing unless the claim is {@link #OWN}.
   */
  public static FolderClaim of(Path folder, String settings) throws IOException {
    Path known = settings(folder);
    if (Files.isRegularFile(folder)) {
      return FILE;
    }
    if (Files.exists(known)) {
      return Files.readString(known).equals(settings) ? OWN : OTHER_TRAINING;
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          return NO_TRAINING;
        }
      }
    }
    Files.createDirectories(folder);
    Files.writeString(known, settings);
    return OWN;
  }

  /** The file in the folder of a training that says which one it is. */
  public static Path settings(Path folder) {
    return folder.resolve(SETTINGS);
  }

  /** What is wrong; empty if nothing is. */
  public String problem() {
    return problem;
  }

  /** What may help. */
  public String hint() {
    return hint;
  }
}
