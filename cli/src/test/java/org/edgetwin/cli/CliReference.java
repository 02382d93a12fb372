package org.edgetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.edgetwin.cli.simulate.Interruption;
import org.edgetwin.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Commands and options as a page, from what picocli knows of them. */
final class CliReference {
  private CliReference() {}

  static String markdown() {
    Terminal terminal = new Terminal(System.out, System.err, 0, false);
    CommandLine program = EdgeTwin.commandLine(terminal, new Interruption(terminal));
    return program.getSubcommands().values().stream()
        .map(command -> section(command.getCommandSpec()))
        .collect(Collectors.joining("\n"));
  }

  private static String section(CommandSpec command) {
    StringBuilder out = new StringBuilder("### edgetwin " + command.name() + "\n\n");
    for (String line : command.usageMessage().description()) {
      // It is a format: the help would print a lone percent sign with a warning.
      assertThat(line.replace("%%", "").replace("%n", "")).as(line).doesNotContain("%");
      out.append(escaped(line)).append('\n');
    }
    out.append("\n| Option | Meaning |\n|---|---|\n");
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      row(out, parameter.paramLabel(), parameter.description());
    }
    for (OptionSpec option : command.options()) {
      if (!option.inherited() && !option.usageHelp() && !option.versionHelp()) {
        String names = String.join(", ", option.names());
        row(
            out,
            option.arity().max() == 0 ? names : names + " " + option.paramLabel(),
            option.description());
      }
    }
    return out.toString();
  }

  private static void row(StringBuilder out, String name, String[] description) {
    String meaning =
        Stream.of(description).map(CliReference::escaped).collect(Collectors.joining(" "));
    out.append("| `").append(name.replace("|", "\\|")).append("` | ");
    out.append(meaning).append(" |\n");
  }

  private static String escaped(String text) {
    return Arrays.stream(text.split("\n", -1))
        .map(line -> line.replace("%%", "%").replace("|", "\\|").replace("<", "&lt;"))
        .collect(Collectors.joining(" "));
  }
}
