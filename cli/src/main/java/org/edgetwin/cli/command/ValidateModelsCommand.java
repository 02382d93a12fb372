package org.edgetwin.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.edgetwin.calibration.ModelChecks;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.cli.output.OutputPlace;
import org.edgetwin.cli.output.ValidationLines;
import org.edgetwin.cli.terminal.Json;
import org.edgetwin.cli.terminal.Terminal;
import org.edgetwin.reports.folder.ValidationFolder;
import org.edgetwin.reports.folder.ValidationJson;
import org.edgetwin.reports.validation.ValidationPage;
import org.edgetwin.sim.validation.CheckedModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds the models against measurements. */
@Command(
    name = "validate-models",
    description = {
      "Hold the models against measurements, and show how far off they are.",
      "",
      "Each model is fitted on one part of its data and predicts the other. The exit code is 1 if a"
          + " figure misses its bar."
    })
public final class ValidateModelsCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PART",
      arity = "0..*",
      description = "Parts or checks, such as sharing or pairs-statistical. Default: all.")
  private List<String> parts = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for a page with scatter plots, and for all predictions as JSON.")
  private @Nullable Path out;

  @Mixin private JsonOption output;

  public ValidateModelsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<ModelCheck> checks = chosen();
    if (out != null) {
      OutputPlace.requirePossible(out);
    }
    ValidationLines lines =
        new ValidationLines(output.json ? terminal.notes()::println : terminal::result);
    List<CheckedModel> models = new ArrayList<>();
    for (ModelCheck check : checks) {
      CheckedModel model = check.checked();
      lines.accept(model);
      models.add(model);
    }
    lines.conclude(ValidationPage.conclusion(models));
    if (out != null) {
      ValidationFolder.write(out, models);
    }
    if (output.json) {
      terminal.result(Json.text(ValidationJson.figures(models)));
    } else if (out != null) {
      terminal.result("Page: " + out.resolve(ValidationFolder.PAGE));
    }
    return models.stream().allMatch(CheckedModel::passed) ? ExitCode.DONE : ExitCode.CHECK_FAILED;
  }

  private List<ModelCheck> chosen() {
    List<ModelCheck> all = ModelChecks.all();
    for (String part : parts) {
      if (all.stream().noneMatch(check -> isNamed(check, part))) {
        String known =
            all.stream().map(ModelCheck::part).distinct().collect(Collectors.joining(", "));
        throw new ParameterException(
            spec.commandLine(),
            "There is no part or check \"" + part + "\". Maybe one of " + known + ".");
      }
    }
    return all.stream()
        .filter(check -> parts.isEmpty() || parts.stream().anyMatch(part -> isNamed(check, part)))
        .toList();
  }

  private static boolean isNamed(ModelCheck check, String word) {
    return check.part().equals(word) || check.name().equals(word);
  }
}
