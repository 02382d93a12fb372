package org.edgetwin.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.edgetwin.cli.terminal.Json;
import org.edgetwin.sim.selfcheck.CheckResult;
import org.edgetwin.sim.selfcheck.CheckRow;
import org.edgetwin.sim.selfcheck.Mode;

/** Results of the self-check for machines. */
public final class SelfCheckJson {
  private SelfCheckJson() {}

  /** The object that {@code selfcheck --json} prints. */
  public static ObjectNode tree(
      Mode mode, long seed, List<CheckRow> rows, List<CheckResult> results) {
    Map<String, String> basisByRow = new HashMap<>();
    rows.forEach(row -> basisByRow.put(row.name(), row.basis()));
    ObjectNode root = Json.object();
    root.put("mode", mode.name().toLowerCase(Locale.ROOT));
    root.put("seed", seed);
    root.put("passed", results.stream().allMatch(CheckResult::passed));
    root.put("rows", rows.size());
    root.put("cells", results.size());
    ArrayNode list = root.putArray("results");
    for (CheckResult result : results) {
      ObjectNode node = list.addObject();
      node.put("row", result.row());
      node.put("cell", result.cell());
      node.put("basis", basisByRow.get(result.row()));
      node.put("relation", result.relation().symbol());
      node.set("expected", Json.number(result.expected()));
      node.set("got", Json.number(result.got()));
      node.putArray("interval").add(Json.number(result.low())).add(Json.number(result.high()));
      node.set("half_width_percent", Json.number(result.halfWidthPercent()));
      node.put("verdict", result.verdict().name());
      node.put("repeated", result.repeated());
    }
    return root;
  }
}
