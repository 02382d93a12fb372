package org.edgetwin.calibration.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.edgetwin.gpu.collective.Group;
import org.edgetwin.gpu.collective.Link;
import org.edgetwin.gpu.collective.Operation;

/** The tables of {@code data/collectives} in gpu-models, fitted to all rows. */
final class CollectiveConstants {
  private record Key(Operation operation, Group group) {
    String cells() {
      return String.format(
          Locale.ROOT, "%s,%s,%d,%d", operation, group.system(), group.workers(), group.perNode());
    }
  }

  private final Map<Key, List<CollectiveRow>> groups =
      CollectiveRow.all().stream()
          .collect(
              Collectors.groupingBy(
                  row -> new Key(row.operation(), row.group()),
                  LinkedHashMap::new,
                  Collectors.toList()));

  /** {@code laws.csv}. */
  String laws() {
    var text = new StringBuilder();
    text.append("operation,system,workers,per_node,startup_seconds,bytes_per_second\n");
    groups.forEach(
        (key, rows) -> {
          Link law = CollectiveFit.law(rows);
          text.append(key.cells())
              .append(ConstantsText.cells(law.startupSeconds(), law.bytesPerSecond()));
        });
    return text.toString();
  }

  /** {@code curves.csv}. */
  String curves() {
    var text = new StringBuilder("operation,system,workers,per_node,bytes,seconds\n");
    groups.forEach(
        (key, rows) ->
            CollectiveFit.curve(rows)
                .points()
                .forEach(
                    point ->
                        text.append(key.cells())
                            .append(ConstantsText.cells(point.size(), point.seconds()))));
    return text.toString();
  }
}
