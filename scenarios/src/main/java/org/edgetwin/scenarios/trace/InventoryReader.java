package org.edgetwin.scenarios.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Hints;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.InventoryPlan;
import org.edgetwin.scenarios.names.ScenarioNames;
import org.edgetwin.sim.fleet.NodeSpec;

/** Reads node lists in the layout of the openb trace. */
public final class InventoryReader {
  private final ScenarioNames names;

  public InventoryReader(ScenarioNames names) {
    this.names = names;
  }

  /**
   * The nodes in the order of the file.
   *
   * @throws BadInputException if the file cannot be read
   */
  public List<InventoryNode> read(InventoryPlan plan) {
    String shownName =
        plan.builtin() != null ? "builtin:" + plan.builtin() : String.valueOf(plan.file());
    try (InputStream in =
        plan.builtin() != null
            ? BuiltinData.openInventory(plan.builtin())
            : Files.newInputStream(plan.file())) {
      return read(in, shownName);
    } catch (IOException e) {
      throw new BadInputException(
          new Issue(shownName, 0, "", "", "The file cannot be read.", "Maybe check the path."));
    }
  }

  private List<InventoryNode> read(InputStream in, String shownName) {
    List<InventoryNode> nodes = new ArrayList<>();
    Table table = new Table(shownName);
    List<Integer> columns = new ArrayList<>();
    table.read(
        in,
        ',',
        () -> {
          for (String name : List.of("sn", "cpu_milli", "memory_mib", "gpu", "model")) {
            columns.add(table.column(name));
          }
        },
        row -> nodes.add(node(row, columns)));
    return nodes;
  }

  private InventoryNode node(Table row, List<Integer> columns) {
    int gpus = row.whole(columns.get(3), 0, NodeSpec.MAX_GPUS);
    int modelColumn = columns.get(4);
    GpuModel model = gpus == 0 ? null : names.findGpu(row.field(modelColumn)).orElse(null);
    if (gpus > 0 && model == null) {
      String hint = Hints.maybe(names.suggestGpus(row.field(modelColumn)));
      row.problem(modelColumn, "There is no such GPU model.", hint);
    }
    return new InventoryNode(
        row.field(columns.get(0)),
        row.whole(columns.get(1), 0, Integer.MAX_VALUE),
        row.whole(columns.get(2), 0, Integer.MAX_VALUE),
        gpus,
        model);
  }
}
