package org.edgetwin.sim.scheduling;

import java.util.List;

/**
 * What a user should know of a policy before choosing it.
 *
 * @param name the name in scenario files and on the command line
 * @param aliases other names
 * @param summary one sentence: what it does
 * @param reference key of the paper in {@code docs/references.bib}, or empty
 * @param knowledge what it must be told
 * @param starvationFree whether every job that fits the fleet starts after a finite time, whatever
 *     arrives
 * @param parameters what can be set, as {@code name(key=value, ...)}
 * @param file whether it works by a file, named as {@code name@file}
 */
public record PolicyDescription(
    String name,
    List<String> aliases,
    String summary,
    String reference,
    Knowledge knowledge,
    boolean starvationFree,
    List<Parameter> parameters,
    FileUse file) {
  /** Whether a policy works by a file. */
  public enum FileUse {
    NONE,
    /** One ships; another can be named. */
    OPTIONAL,
    NEEDED
  }

  /** A number that can be set, with its range. */
  public record Parameter(
      String name, String meaning, double defaultValue, double minimum, double maximum) {}
}
