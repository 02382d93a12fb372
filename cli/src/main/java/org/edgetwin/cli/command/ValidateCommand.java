package org.edgetwin.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.edgetwin.cli.terminal.Json;
import org.edgetwin.cli.terminal.Terminal;
import org.edgetwin.scenarios.LoadResult;
import org.edgetwin.scenarios.ScenarioLoader;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists all that is wrong with a scenario. */
@Command(
    name = "validate",
    description = {
      "Check a scenario file, and the data it names, without running it.",
      "",
      "All problems are listed at once, each with its file, line, key, value and a hint."
    })
public final class ValidateCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private ScenarioOptions scenario;
  @Mixin private JsonOption output;

  public ValidateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    LoadResult result = ScenarioLoader.check(scenario.file, scenario.allOverrides());
    if (output.json) {
      terminal.result(Json.text(describe(result)));
      return result.isValid() ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }
    if (!result.isValid()) {
      throw new BadInputException(result.issues());
    }
    terminal.result(scenario.file + ": no problems.");
    return ExitCode.DONE;
  }

  private ObjectNode describe(LoadResult result) {
    ObjectNode root = Json.object();
    root.put("file", scenario.file.toString());
    root.put("valid", result.isValid());
    ArrayNode issues = root.putArray("issues");
    for (Issue issue : result.issues()) {
      ObjectNode node = issues.addObject();
      node.put("file", issue.file());
      node.put("line", issue.line() > 0 ? issue.line() : null);
      node.put("path", issue.path());
      node.put("value", issue.value());
      node.put("message", issue.message());
      node.put("hint", issue.hint());
    }
    return root;
  }
}
