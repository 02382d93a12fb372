package org.edgetwin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.edgetwin.cli.command.ExitCode;
import org.edgetwin.cli.terminal.Terminal;
import org.edgetwin.gpu.NearestNames;
import org.edgetwin.reports.folder.BadRunFolderException;
import org.edgetwin.scenarios.issue.BadInputException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong, and whose fault it is. */
final class ErrorMessages {
  private final Terminal terminal;
  private final String[] arguments;

  /**
   * @param arguments what the user typed
   */
  ErrorMessages(Terminal terminal, String[] arguments) {
    this.terminal = terminal;
    this.arguments = arguments.clone();
  }

  /** The command line is not understood. */
  int wrongArguments(ParameterException exception, String[] parsed) {
    CommandSpec command = exception.getCommandLine().getCommandSpec();
    terminal.note(inOurWords(exception.getMessage()) + suggestion(exception, command));
    terminal.notes().println("  See " + command.qualifiedName() + " --help.");
    return ExitCode.BAD_INPUT;
  }

  private static String inOurWords(String message) {
    return message
        .replaceFirst("^Error: ", "")
        .replaceFirst(" is not an? (int|long)$", " is not a whole number");
  }

  private static String suggestion(ParameterException exception, CommandSpec command) {
    if (!(exception instanceof UnmatchedArgumentException unmatched)) {
      return "";
    }
    String word = unmatched.getUnmatched().get(0);
    Stream<String> known =
        word.startsWith("-")
            ? command.optionsMap().keySet().stream().filter(name -> name.startsWith("--"))
            : command.subcommands().keySet().stream();
    List<String> near = NearestNames.suggest(word, known.toList());
    return near.isEmpty() ? "" : ". Maybe " + String.join(" or ", near) + ".";
  }

  /** A command ended with an exception. */
  int failure(Throwable cause, boolean verbose) {
    if (cause instanceof BadInputException badInput) {
      return badInput(badInput);
    }
    if (cause instanceof BadRunFolderException) {
      terminal.note(String.valueOf(cause.getMessage()));
      return ExitCode.BAD_INPUT;
    }
    if (cause instanceof OutOfMemoryError) {
      terminal.note(
          "There is not enough memory. Maybe EDGETWIN_JAVA_OPTS=-Xmx12g, if the machine has it, or"
              + " a smaller scenario.");
      return ExitCode.INTERNAL_ERROR;
    }
    return defect(cause, verbose);
  }

  private int badInput(BadInputException exception) {
    exception.issues().forEach(issue -> terminal.notes().println(issue));
    int count = exception.issues().size();
    terminal.note(count == 1 ? "1 problem." : count + " problems.");
    return ExitCode.BAD_INPUT;
  }

  private int defect(Throwable cause, boolean verbose) {
    String trace = trace(cause);
    terminal.note(
        "This is a defect of the program, not of your input: "
            + cause.getClass().getSimpleName()
            + (cause.getMessage() == null ? "" : ": " + firstLine(cause.getMessage()))
            + "."
            + log(trace));
    if (verbose) {
      terminal.notes().print(trace);
    }
    return ExitCode.INTERNAL_ERROR;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("").replaceFirst("\\.$", "");
  }

  private String log(String trace) {
    try {
      Path file = Files.createTempFile("edgetwin-", ".log");
      Files.writeString(file, circumstances() + trace);
      return " Details: " + file;
    } catch (IOException | SecurityException e) {
      return " Maybe --verbose to see where.";
    }
  }

  private String circumstances() {
    return "edgetwin "
        + String.join(" ", arguments)
        + "\n"
        + new ProgramVersion().getVersion()[0]
        + "\nJava "
        + System.getProperty("java.runtime.version")
        + " on "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + "\n\n";
  }

  private static String trace(Throwable cause) {
    StringWriter text = new StringWriter();
    cause.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
