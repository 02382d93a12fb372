package org.edgetwin.reports.folder;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.CheckedModel;
import org.edgetwin.sim.validation.Figure;

/**
 * Models against measurements as one JSON object: the components of {@link CheckedModel}, keys with
 * underscores, undefined numbers as null, and for each figure, cell and model whether it passed.
 */
public final class ValidationJson {
  /** Version of the layout. */
  private static final int FORMAT = 1;

  private ValidationJson() {}

  /** All figures; of the comparisons only how many there are. */
  public static ObjectNode figures(List<CheckedModel> models) {
    return tree(models, false);
  }

  /** All figures and all comparisons. */
  static ObjectNode full(List<CheckedModel> models) {
    return tree(models, true);
  }

  private static ObjectNode tree(List<CheckedModel> models, boolean comparisons) {
    ObjectNode tree = Json.MAPPER.createObjectNode();
    tree.put("format", FORMAT);
    tree.put("passed", models.stream().allMatch(CheckedModel::passed));
    tree.put("bars", models.stream().mapToLong(CheckedModel::bars).sum());
    tree.put("missed", models.stream().mapToLong(CheckedModel::missed).sum());
    ArrayNode list = tree.putArray("models");
    for (CheckedModel model : models) {
      ObjectNode node = Json.MAPPER.valueToTree(model);
      node.put("passed", model.passed());
      for (int i = 0; i < model.cells().size(); i++) {
        complete((ObjectNode) node.get("cells").get(i), model.cells().get(i), comparisons);
      }
      list.add(node);
    }
    return tree;
  }

  private static void complete(ObjectNode node, CheckCell cell, boolean comparisons) {
    node.put("points", cell.comparisons().size());
    node.put("passed", cell.passed());
    for (int i = 0; i < cell.figures().size(); i++) {
      Figure figure = cell.figures().get(i);
      ((ObjectNode) node.get("figures").get(i)).put("passed", figure.passed());
    }
    if (!comparisons) {
      node.remove("comparisons");
    }
  }
}
