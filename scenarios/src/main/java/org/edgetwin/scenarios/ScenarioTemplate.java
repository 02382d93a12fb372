package org.edgetwin.scenarios;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The commented scenario that a new user starts from, and the schema that lies beside it. */
public final class ScenarioTemplate {
  private ScenarioTemplate() {}

  /**
   * A valid scenario with comments.
   *
   * @param name name of the scenario; letters, digits, hyphens
   * @param fileName name of the file it will be written to
   */
  public static String text(String name, String fileName) {
    return resource("starter.yaml")
        .replace("@NAME@", '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .replace("@FILE@", fileName);
  }

  /** The JSON Schema of scenario files, for editors. */
  public static String schema() {
    return resource("edgetwin-scenario.schema.json");
  }

  private static String resource(String name) {
    try (InputStream in = ScenarioTemplate.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its resource " + name + ".");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
