package org.edgetwin.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.edgetwin.cli.terminal.Json;
import org.edgetwin.cli.terminal.Terminal;
import org.edgetwin.cli.terminal.TextTable;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.GpuModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the GPU models that scenarios can name. */
@Command(name = "gpus", description = "List the GPU models that scenario files can name.")
public final class GpusCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Spec private CommandSpec spec;
  @Mixin private JsonOption output;

  @Parameters(
      arity = "0..1",
      paramLabel = "WORD",
      description = "Only models with this in their id, name or class, such as h100 or consumer.")
  private @Nullable String word;

  public GpusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    GpuCatalog catalog = GpuCatalog.standard();
    List<GpuModel> models = catalog.all().stream().filter(this::isAskedFor).toList();
    if (models.isEmpty()) {
      List<String> near = catalog.suggest(String.valueOf(word));
      throw new ParameterException(
          spec.commandLine(),
          "There is no GPU model with '"
              + word
              + "' in its id, name or class."
              + (near.isEmpty() ? "" : " Maybe " + String.join(" or ", near) + "."));
    }
    if (output.json) {
      ObjectNode root = Json.object();
      ArrayNode list = root.putArray("gpus");
      models.forEach(model -> describe(list.addObject(), model));
      terminal.result(Json.text(root));
    } else {
      table(models).lines().forEach(terminal::result);
      terminal.result("");
      terminal.result(
          "USD/h: list price of a cloud, ask of a community host; ~ marks an estimate where none is"
              + " known. Sources: edgetwin gpus --json.");
    }
    return ExitCode.DONE;
  }

  private boolean isAskedFor(GpuModel model) {
    return word == null
        || contains(model.id())
        || contains(model.name())
        || contains(model.gpuClass().name());
  }

  private boolean contains(String text) {
    return letters(text).contains(letters(String.valueOf(word)));
  }

  /** As people leave out or swap spaces and hyphens. */
  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static TextTable table(List<GpuModel> models) {
    TextTable table =
        new TextTable()
            .text("GPU")
            .text("Class")
            .number("Memory GB")
            .number("GB/s")
            .number("FP32 TFLOPS")
            .number("Tensor TFLOPS")
            .number("Watts")
            .number("Idle W")
            .number("MIG")
            .number("Cloud USD/h")
            .number("Community USD/h");
    for (GpuModel model : models) {
      table.row(
          model.id(),
          model.gpuClass().name().toLowerCase(Locale.ROOT),
          Numbers.plain(model.memoryGb()),
          Numbers.plain(model.memoryBandwidthGbs()),
          Numbers.plain(model.fp32Tflops()),
          Numbers.plain(model.tensorTflops()),
          orEstimate(model.tdpWatts(), model.powerWatts(), 0),
          orEstimate(model.idleWatts(), model.idlePowerWatts(), 0),
          model.migMax() == 0 ? "-" : String.valueOf(model.migMax()),
          orEstimate(model.cloudUsdPerHour(), model.priceUsdPerHour(), 2),
          orEstimate(model.marketUsdPerHour(), model.askUsdPerHour(), 2));
    }
    return table;
  }

  private static String orEstimate(double given, double used, int decimals) {
    return (Double.isNaN(given) ? "~" : "") + Numbers.fixed(used, decimals);
  }

  private static void describe(ObjectNode node, GpuModel model) {
    node.put("id", model.id());
    node.put("name", model.name());
    node.put("class", model.gpuClass().name().toLowerCase(Locale.ROOT));
    node.set("memory_gb", Json.number(model.memoryGb()));
    node.set("memory_bandwidth_gbs", Json.number(model.memoryBandwidthGbs()));
    node.set("fp32_tflops", Json.number(model.fp32Tflops()));
    node.set("tensor_tflops", Json.number(model.tensorTflops()));
    node.set("tdp_w", Json.number(model.tdpWatts()));
    node.set("idle_w", Json.number(model.idleWatts()));
    node.put("mig_max", model.migMax());
    node.set("cloud_usd_per_hour", Json.number(model.cloudUsdPerHour()));
    node.set("market_usd_per_hour", Json.number(model.marketUsdPerHour()));
    node.put("source", model.source());
  }
}
