package org.edgetwin.agents.env;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.edgetwin.agents.net.FeatureSchema;
import org.edgetwin.agents.pair.PairSchema;
import org.junit.jupiter.api.Test;

/** The tables of docs/rl.md list the features, all of them, in their order. */
class FeaturePageTest {
  @Test
  void thePageListsTheFeatures() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("..", "docs", "rl.md"));
    FeatureSchema schema = PairSchema.SCHEMA;

    Map.of(
            "| job |", schema.job(),
            "| node |", schema.node(),
            "| global |", schema.global(),
            "| node for the picked job |", schema.pair())
        .forEach((head, names) -> assertThat(table(lines, head)).isEqualTo(names));
  }

  private static List<String> table(List<String> lines, String head) {
    List<String> names = new ArrayList<>();
    int at = 0;
    while (!lines.get(at).startsWith(head)) {
      at++;
    }
    for (int row = at + 2; row < lines.size() && lines.get(row).startsWith("| `"); row++) {
      names.add(lines.get(row).split("`", 3)[1]);
    }
    return names;
  }
}
