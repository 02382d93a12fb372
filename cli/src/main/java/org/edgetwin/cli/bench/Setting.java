package org.edgetwin.cli.bench;

import org.edgetwin.sim.experiment.RunFactory;

/**
 * A scheduler on a scenario.
 *
 * @param name what the benchmark calls it
 */
public record Setting(String name, RunFactory runs, String scheduler) {}
