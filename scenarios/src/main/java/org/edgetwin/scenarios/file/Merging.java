package org.edgetwin.scenarios.file;

import java.util.LinkedHashMap;
import java.util.Map;
import org.edgetwin.scenarios.file.YamlNode.Entry;
import org.edgetwin.scenarios.file.YamlNode.Mapping;
import org.edgetwin.scenarios.file.YamlNode.Scalar;

/**
 * Lays one document over another: keys are merged at every depth, everything else (a text, a
 * number, a list) replaces what was there. An empty value removes what was there. Where both name a
 * {@code type} and the types differ, the keys of the lower one make no sense any more and go.
 */
final class Merging {
  private Merging() {}

  static YamlNode merge(YamlNode lower, YamlNode upper) {
    return lower instanceof Mapping below
            && upper instanceof Mapping above
            && sameType(below, above)
        ? merge(below, above)
        : upper;
  }

  static Mapping merge(Mapping lower, Mapping upper) {
    Map<String, Entry> entries = new LinkedHashMap<>(lower.entries());
    upper
        .entries()
        .forEach(
            (key, above) -> {
              Entry below = entries.get(key);
              entries.put(
                  key,
                  below == null
                      ? above
                      : new Entry(above.keyLocation(), merge(below.value(), above.value())));
            });
    return Mapping.of(upper.location(), entries);
  }

  private static boolean sameType(Mapping lower, Mapping upper) {
    return !(lower.get(KeySpec.TAG) instanceof Scalar below)
        || !(upper.get(KeySpec.TAG) instanceof Scalar above)
        || below.text().equals(above.text());
  }
}
