package org.edgetwin.reports.folder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.edgetwin.reports.learning.Evaluation;

/**
 * An evaluation as one JSON object: the components of {@link Evaluation}, keys with underscores,
 * undefined numbers as null, intervals as {@code ci95: [low, high]} or null.
 */
public final class EvaluationJson {
  /** Version of the layout. */
  private static final int FORMAT = 1;

  private EvaluationJson() {}

  /** The object. */
  public static ObjectNode tree(Evaluation evaluation) {
    ObjectNode tree = Json.MAPPER.createObjectNode();
    tree.put("format", FORMAT);
    tree.setAll((ObjectNode) Json.MAPPER.valueToTree(evaluation));
    return tree;
  }
}
