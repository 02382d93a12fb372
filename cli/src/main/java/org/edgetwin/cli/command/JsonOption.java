package org.edgetwin.cli.command;

import picocli.CommandLine.Option;

/** Chooses between results for people and for machines. */
final class JsonOption {
  @Option(
      names = "--json",
      description = "Print the result as one JSON object, and nothing else, on standard output.")
  boolean json;
}
