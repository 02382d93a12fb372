package org.edgetwin.cli.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A policy to judge: a scheduler, most often one that works by a file.
 *
 * @param scheduler its name, parameters included
 * @param file what it works by; null for what ships
 */
public record PolicyName(String scheduler, @Nullable Path file) {
  private static final String USUAL = "dual-agent";

  /**
   * Reads {@code FILE}, which means dual-agent's, {@code SCHEDULER@FILE} or {@code SCHEDULER}. What
   * is a file, has a slash or ends with {@code .json} is a file.
   */
  public static PolicyName parse(String text) {
    int at = text.indexOf('@');
    if (at >= 0 && text.lastIndexOf('/', at) < 0) { // Else it is in a folder's name.
      return new PolicyName(text.substring(0, at), Path.of(text.substring(at + 1)));
    }
    return text.contains("/") || text.endsWith(".json") || Files.exists(Path.of(text))
        ? new PolicyName(USUAL, Path.of(text))
        : new PolicyName(text, null);
  }

  /** Reads {@code SCHEDULER@FILE} or {@code SCHEDULER}. */
  static PolicyName ofScheduler(String text) {
    return text.contains("@") ? parse(text) : new PolicyName(text, null);
  }

  /** The same, with the whole path of the file: two ways to write it are one policy. */
  PolicyName absolute() {
    return file == null ? this : new PolicyName(scheduler, file.toAbsolutePath().normalize());
  }

  /** As the catalogue of schedulers knows it. */
  @Override
  public String toString() {
    return file == null ? scheduler : scheduler + "@" + file;
  }
}
