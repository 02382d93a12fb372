package org.edgetwin.scenarios;

import java.nio.file.Path;
import java.util.List;

/** The scenario files that come with the program. */
public final class ShippedFiles {
  /** Folder of the module: where tests run. */
  public static final Path FOLDER = Path.of("").toAbsolutePath();

  public static final List<String> NAMES =
      List.of(
          "quickstart.yaml",
          "duet-v1.yaml",
          "duet-share.yaml",
          "duet-large.yaml",
          "philly.yaml",
          "philly-recorded.yaml",
          "edgecloud-global.yaml",
          "openb.yaml",
          "spot-training.yaml",
          "llm-serving.yaml",
          "elastic.yaml",
          "elastic-mixed.yaml",
          "gavel-single.yaml",
          "gavel-multi.yaml");

  private ShippedFiles() {}

  public static Path path(String name) {
    return FOLDER.resolve(name);
  }
}
