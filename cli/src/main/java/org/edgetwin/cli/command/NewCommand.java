package org.edgetwin.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.edgetwin.cli.terminal.Json;
import org.edgetwin.cli.terminal.Terminal;
import org.edgetwin.scenarios.ScenarioTemplate;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a scenario to start from. */
@Command(
    name = "new",
    description = {
      "Write a commented scenario to start from.",
      "",
      "Its JSON Schema is put beside it, so that editors can complete keys and show what they mean."
    })
public final class NewCommand implements Callable<Integer> {
  private static final String SCHEMA = "edgetwin-scenario.schema.json";

  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      description = "The file to write, such as my-cluster.yaml. It must not exist.")
  private Path file;

  @Mixin private JsonOption output;

  public NewCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path schema = file.resolveSibling(SCHEMA);
    String fileName = String.valueOf(file.getFileName());
    String name = fileName.replaceFirst("\\.(ya?ml|json)$", "");
    try {
      Files.writeString(
          file, ScenarioTemplate.text(name, file.toString()), StandardOpenOption.CREATE_NEW);
      Files.writeString(schema, ScenarioTemplate.schema());
    } catch (FileAlreadyExistsException e) {
      throw problem("This file exists, and is not overwritten.", "Maybe another name.");
    } catch (IOException e) {
      throw problem(
          "This file cannot be written: " + e.getMessage() + ".", "Maybe another folder.");
    }
    if (output.json) {
      ObjectNode root = Json.object();
      root.put("file", file.toString());
      root.put("schema", schema.toString());
      terminal.result(Json.text(root));
    } else {
      terminal.result(file + " is written. Next: ./edgetwin run " + file);
    }
    return ExitCode.DONE;
  }

  private BadInputException problem(String message, String hint) {
    return new BadInputException(new Issue(file.toString(), 0, "", "", message, hint));
  }
}
