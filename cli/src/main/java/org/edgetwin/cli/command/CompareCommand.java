package org.edgetwin.cli.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.edgetwin.cli.simulate.Interruption;
import org.edgetwin.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Compares schedulers on the same jobs and failures. */
@Command(
    name = "compare",
    description = {
      "Compare schedulers on a scenario, and tell which is better and how sure that is.",
      "",
      "All schedulers meet the same jobs and failures in each replication. Replication 1 of a"
          + " replayed trace is the trace itself; the others draw its days anew. Without"
          + " --replications, and where the scenario says nothing, there are 10.",
      "",
      "With --orderings and --placements every ordering meets every placement, and the report tells"
          + " what each choice explains. --noise, --restart and --vary show how the ranking changes"
          + " with the scenario, one thing at a time."
    })
public final class CompareCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Interruption interruption;
  @Spec private CommandSpec spec;
  @Mixin private ScenarioOptions scenario;

  @Mixin private StudyOptions study;
  @Mixin private ExperimentOptions options;
  @Mixin private JsonOption output;

  public CompareCommand(Terminal terminal, Interruption interruption) {
    this.terminal = terminal;
    this.interruption = interruption;
  }

  @Override
  public Integer call() throws IOException {
    return new SimulatingCommands(terminal, interruption)
        .execute(
            scenario,
            options,
            study.schedulers(),
            true,
            study.request(options.replications),
            output.json,
            spec.root().version()[0]);
  }
}
