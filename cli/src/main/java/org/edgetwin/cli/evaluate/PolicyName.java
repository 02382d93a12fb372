package org.edgetwin.cli.evaluate;

import java.nio.file.Path;

/**
 * A policy to judge: a scheduler that works by a file.
 *
 * @param scheduler its name, parameters included
 * @param file what it works by
 */
public record PolicyName(String scheduler, Path file) {
  private static final String USUAL = "dual-agent";

  /** Reads {@code FILE}, which means dual-agent's, or {@code SCHEDULER@FILE}. */
  public static PolicyName parse(String text) {
    int at = text.indexOf('@');
    return at < 0 || text.lastIndexOf('/', at) >= 0 // An at sign in a folder's name.
        ? new PolicyName(USUAL, Path.of(text))
        : new PolicyName(text.substring(0, at), Path.of(text.substring(at + 1)));
  }

  /** As the catalogue of schedulers knows it. */
  @Override
  public String toString() {
    return scheduler + "@" + file;
  }
}
