package org.edgetwin.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code edgetwin} command: shows its usage when no sub-command is named. */
@Command(
    name = "edgetwin",
    mixinStandardHelpOptions = true,
    versionProvider = EdgeTwin.Version.class,
    description = "Discrete-event simulator and digital twin of an EdgeCloud with unequal GPUs.")
public final class EdgeTwin implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return CommandLine.ExitCode.OK;
  }

  /**
   * Runs the command and ends the process with its exit code.
   *
   * @param arguments the words after {@code edgetwin}
   */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new EdgeTwin()).execute(arguments));
  }

  /** Reads the version that the build wrote into the manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String built = EdgeTwin.class.getPackage().getImplementationVersion();
      return new String[] {"edgetwin " + (built == null ? "(not packaged)" : built)};
    }
  }
}
