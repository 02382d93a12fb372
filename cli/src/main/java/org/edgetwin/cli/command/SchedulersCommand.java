package org.edgetwin.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.edgetwin.cli.terminal.Json;
import org.edgetwin.cli.terminal.Terminal;
import org.edgetwin.cli.terminal.TextTable;
import org.edgetwin.sim.scheduling.PolicyDescription;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what can be put after {@code --scheduler}. */
@Command(
    name = "schedulers",
    description = {
      "List the schedulers, with their paper and what they must be told.",
      "",
      "A scheduler is an ordering and a placement, such as easy+consolidate; an ordering alone goes"
          + " with the placement first-fit. Parameters stand in parentheses:"
          + " las(first=1000)+best-fit. The key `durations` tells a policy less or more than usual:"
          + " sjf(durations=noisy)."
    })
public final class SchedulersCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Bibliography bibliography = new Bibliography();
  @Mixin private JsonOption output;

  public SchedulersCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    SchedulerCatalog catalog = SchedulerCatalog.standard();
    if (output.json) {
      ObjectNode root = Json.object();
      root.put("default_placement", SchedulerCatalog.DEFAULT_PLACEMENT);
      describe(root.putArray("orderings"), catalog.orderings());
      describe(root.putArray("placements"), catalog.placements());
      describe(root.putArray("schedulers"), catalog.schedulers());
      terminal.result(Json.text(root));
      return ExitCode.DONE;
    }
    terminal.result(
        "A scheduler is ORDERING or ORDERING+PLACEMENT, such as easy+consolidate;"
            + " hived may stand around a placement: easy+consolidate+hived.");
    print("Ordering", catalog.orderings());
    print("Placement", catalog.placements());
    print("Scheduler (decides both at once)", catalog.schedulers());
    printParameters(catalog);
    return ExitCode.DONE;
  }

  private void print(String title, List<PolicyDescription> policies) {
    if (policies.isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable()
            .text(title)
            .text("Durations")
            .text("Speeds")
            .text("Paper")
            .text("What it does");
    for (PolicyDescription policy : policies) {
      table.row(
          policy.name() + suffix(policy.file()),
          word(policy.knowledge().duration()),
          word(policy.knowledge().speed()),
          bibliography.find(policy.reference()).map(Bibliography.Paper::shortForm).orElse("-"),
          policy.summary() + (policy.starvationFree() ? " Nobody starves." : ""));
    }
    terminal.result("");
    table.lines().forEach(terminal::result);
  }

  private static String suffix(PolicyDescription.FileUse use) {
    return switch (use) {
      case NONE -> "";
      case OPTIONAL -> "[@FILE]";
      case NEEDED -> "@FILE";
    };
  }

  private void printParameters(SchedulerCatalog catalog) {
    TextTable table =
        new TextTable().text("Parameter").number("Usual").text("Range").text("Meaning");
    for (List<PolicyDescription> policies :
        List.of(catalog.orderings(), catalog.placements(), catalog.schedulers())) {
      for (PolicyDescription policy : policies) {
        for (PolicyDescription.Parameter parameter : policy.parameters()) {
          table.row(
              policy.name() + "(" + parameter.name() + ")",
              Numbers.plain(parameter.defaultValue()),
              Numbers.plain(parameter.minimum()) + " to " + Numbers.plain(parameter.maximum()),
              parameter.meaning());
        }
      }
    }
    terminal.result("");
    table.lines().forEach(terminal::result);
    terminal.result("");
    terminal.result(
        "Durations and Speeds: what the policy must be told. [@FILE]: one ships, and one of your own"
            + " can be named. --json tells more: titles of papers, other names.");
  }

  private void describe(ArrayNode list, List<PolicyDescription> policies) {
    for (PolicyDescription policy : policies) {
      ObjectNode node = list.addObject();
      node.put("name", policy.name());
      policy.aliases().forEach(node.putArray("aliases")::add);
      node.put("summary", policy.summary());
      describe(node, bibliography.find(policy.reference()));
      ObjectNode knowledge = node.putObject("knowledge");
      knowledge.put("durations", word(policy.knowledge().duration()));
      knowledge.put("speeds", word(policy.knowledge().speed()));
      node.put("starvation_free", policy.starvationFree());
      node.put("file", word(policy.file()));
      ArrayNode parameters = node.putArray("parameters");
      for (PolicyDescription.Parameter parameter : policy.parameters()) {
        ObjectNode entry = parameters.addObject();
        entry.put("name", parameter.name());
        entry.put("meaning", parameter.meaning());
        entry.set("default", Json.number(parameter.defaultValue()));
        entry.set("minimum", Json.number(parameter.minimum()));
        entry.set("maximum", Json.number(parameter.maximum()));
      }
    }
  }

  private static void describe(ObjectNode policy, Optional<Bibliography.Paper> paper) {
    if (paper.isEmpty()) {
      policy.putNull("paper");
      return;
    }
    ObjectNode node = policy.putObject("paper");
    node.put("key", paper.get().key());
    node.put("authors", paper.get().authors());
    node.put("title", paper.get().title());
    node.put("year", paper.get().year());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
