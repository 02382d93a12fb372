package org.edgetwin.cli.bench;

import java.util.function.Consumer;

/** Some contenders or cases that are measured together. */
interface BenchPart {
  /**
   * Measures.
   *
   * @param progress hears what is being measured, for whoever waits
   */
  BenchTable run(Consumer<String> progress);
}
