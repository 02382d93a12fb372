package org.edgetwin.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.edgetwin.cli.simulate.Interruption;
import org.edgetwin.cli.simulate.StudyRequest;
import org.edgetwin.cli.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Simulates a scenario under one scheduler. */
@Command(
    name = "run",
    description = {
      "Simulate a scenario and write a report.",
      "",
      "With --schedulers it is the same as compare."
    })
public final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Interruption interruption;
  @Spec private CommandSpec spec;
  @Mixin private ScenarioOptions scenario;
  @ArgGroup private @Nullable Choice choice;
  @Mixin private ExperimentOptions options;
  @Mixin private JsonOption output;

  /** One scheduler or several. */
  private static final class Choice {
    @Option(
        names = "--scheduler",
        paramLabel = "NAME",
        description = "Scheduler, instead of the scenario's. See edgetwin schedulers.")
    private @Nullable String scheduler;

    @Option(
        names = "--schedulers",
        paramLabel = "A,B,...",
        converter = SchedulerNames.Converter.class,
        description = "Schedulers to compare.")
    private @Nullable SchedulerNames schedulers;
  }

  public RunCommand(Terminal terminal, Interruption interruption) {
    this.terminal = terminal;
    this.interruption = interruption;
  }

  @Override
  public Integer call() throws IOException {
    boolean comparison = choice != null && choice.schedulers != null;
    return new SimulatingCommands(terminal, interruption)
        .execute(
            scenario,
            options,
            schedulers(),
            comparison,
            StudyRequest.NONE,
            output.json,
            spec.root().version()[0]);
  }

  private List<String> schedulers() {
    if (choice == null) {
      return List.of();
    }
    return choice.schedulers != null
        ? choice.schedulers.names()
        : List.of(String.valueOf(choice.scheduler).strip());
  }
}
