package org.edgetwin.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.edgetwin.cli.command.BenchCommand;
import org.edgetwin.cli.command.CompareCommand;
import org.edgetwin.cli.command.EvaluateCommand;
import org.edgetwin.cli.command.ExitCode;
import org.edgetwin.cli.command.ExplainCommand;
import org.edgetwin.cli.command.GpusCommand;
import org.edgetwin.cli.command.NewCommand;
import org.edgetwin.cli.command.ProbesCommand;
import org.edgetwin.cli.command.ReportCommand;
import org.edgetwin.cli.command.RunCommand;
import org.edgetwin.cli.command.SchedulersCommand;
import org.edgetwin.cli.command.SelfCheckCommand;
import org.edgetwin.cli.command.TrainCommand;
import org.edgetwin.cli.command.TuneCommand;
import org.edgetwin.cli.command.ValidateCommand;
import org.edgetwin.cli.command.ValidateModelsCommand;
import org.edgetwin.cli.simulate.Interruption;
import org.edgetwin.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code edgetwin} command: shows its usage when no sub-command is named. */
@Command(
    name = "edgetwin",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = ProgramVersion.class,
    usageHelpWidth = 100,
    sortOptions = false,
    sortSynopsis = false,
    description = "Discrete-event simulator and digital twin of an EdgeCloud with unequal GPUs.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a check failed",
      "2:the input cannot be used; the message says why",
      "3:a defect of the program",
      "130:stopped by Ctrl-C (143: by a termination signal); what was known is written"
    })
public final class EdgeTwin implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a defect.")
  private boolean verbose;

  private EdgeTwin() {}

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.DONE;
  }

  /**
   * Runs the command and ends the process with its exit code.
   *
   * @param arguments the words after {@code edgetwin}
   */
  public static void main(String[] arguments) {
    Terminal terminal = Terminal.ofProcess();
    Interruption interruption = new Interruption(terminal);
    int exitCode = execute(terminal, interruption, arguments);
    interruption.disarm();
    System.exit(exitCode);
  }

  /**
   * Runs the command.
   *
   * @return its exit code
   */
  static int execute(Terminal terminal, Interruption interruption, String... arguments) {
    CommandLine program = commandLine(terminal, interruption);
    BooleanSupplier verbose = ((EdgeTwin) program.getCommand())::isVerbose;
    ErrorMessages messages = new ErrorMessages(terminal, arguments);
    try {
      return program
          .setParameterExceptionHandler(messages::wrongArguments)
          .setExecutionExceptionHandler(
              (exception, command, parsed) -> messages.failure(exception, verbose.getAsBoolean()))
          .execute(arguments);
    } catch (OutOfMemoryError | StackOverflowError error) {
      // Errors pass picocli by.
      return messages.failure(error, verbose.getAsBoolean());
    }
  }

  private boolean isVerbose() {
    return verbose;
  }

  /** All commands, their options and their help. */
  static CommandLine commandLine(Terminal terminal, Interruption interruption) {
    return new CommandLine(new EdgeTwin())
        .addSubcommand(new RunCommand(terminal, interruption))
        .addSubcommand(new CompareCommand(terminal, interruption))
        .addSubcommand(new ExplainCommand(terminal))
        .addSubcommand(new TuneCommand(terminal, interruption))
        .addSubcommand(new TrainCommand(terminal, interruption))
        .addSubcommand(new EvaluateCommand(terminal, interruption))
        .addSubcommand(new ValidateCommand(terminal))
        .addSubcommand(new NewCommand(terminal))
        .addSubcommand(new SchedulersCommand(terminal))
        .addSubcommand(new GpusCommand(terminal))
        .addSubcommand(new ReportCommand(terminal))
        .addSubcommand(new SelfCheckCommand(terminal))
        .addSubcommand(new ValidateModelsCommand(terminal))
        .addSubcommand(new ProbesCommand(terminal))
        .addSubcommand(new BenchCommand(terminal))
        .setOut(writer(terminal.results()))
        .setErr(writer(terminal.notes()));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
