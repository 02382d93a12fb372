package org.edgetwin.sim.scheduling;

import java.util.ArrayList;
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

  public PolicyDescription {
    aliases = List.copyOf(aliases);
    parameters = List.copyOf(parameters);
  }

  /** A policy that knows nothing, may starve jobs and has nothing to set, until told otherwise. */
  public static PolicyDescription of(String name, String summary) {
    return new PolicyDescription(
        name, List.of(), summary, "", Knowledge.NONE, false, List.of(), FileUse.NONE);
  }

  /** The same with other names. */
  public PolicyDescription alias(String... names) {
    return new PolicyDescription(
        name, List.of(names), summary, reference, knowledge, starvationFree, parameters, file);
  }

  /** The same with the paper it is built after. */
  public PolicyDescription after(String paper) {
    return new PolicyDescription(
        name, aliases, summary, paper, knowledge, starvationFree, parameters, file);
  }

  /** The same with what it must be told. */
  public PolicyDescription knowing(Knowledge told) {
    return new PolicyDescription(
        name, aliases, summary, reference, told, starvationFree, parameters, file);
  }

  /** The same with what it must be told of durations, and nothing else. */
  public PolicyDescription knowing(DurationKnowledge told) {
    return knowing(Knowledge.of(told));
  }

  /** The same, of a policy under which every job starts in the end. */
  public PolicyDescription withoutStarvation() {
    return new PolicyDescription(
        name, aliases, summary, reference, knowledge, true, parameters, file);
  }

  /** The same with more that can be set. */
  public PolicyDescription with(List<Parameter> more) {
    List<Parameter> all = new ArrayList<>(parameters);
    all.addAll(more);
    return new PolicyDescription(
        name, aliases, summary, reference, knowledge, starvationFree, all, file);
  }

  /** The same with more that can be set. */
  public PolicyDescription with(Parameter... more) {
    return with(List.of(more));
  }

  /** The same, of a policy that works by a file. */
  public PolicyDescription with(FileUse use) {
    return new PolicyDescription(
        name, aliases, summary, reference, knowledge, starvationFree, parameters, use);
  }
}
