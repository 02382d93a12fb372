package org.edgetwin.scenarios.file;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.edgetwin.scenarios.model.Key;
import org.edgetwin.scenarios.model.Option;
import org.edgetwin.scenarios.model.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Writes a scenario with everything said: no imports, no presets left to be known, paths absolute.
 * What it writes reads back as an equal scenario.
 */
public final class ScenarioWriter {
  private static final Pattern PLAIN_TEXT = Pattern.compile("[A-Za-z_][A-Za-z0-9_./+-]*");
  private static final Set<String> YAML_WORDS =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private final StringBuilder out = new StringBuilder();

  private ScenarioWriter() {}

  /** The scenario as YAML. */
  public static String write(Scenario scenario) {
    ScenarioWriter writer = new ScenarioWriter();
    writer.out.append("# All that this run was made of, presets included.\n");
    writer.keys(scenario, 0);
    return writer.out.toString();
  }

  /** Writes the keys of a record, each on a line that starts with the indentation. */
  private void keys(Record values, int indent) {
    for (KeySpec spec : KeySpec.of(values.getClass()).values()) {
      Object value = spec.valueIn(values);
      if (value != null) {
        out.append(" ".repeat(indent)).append(spec.name()).append(':');
        value(value, spec.key(), indent);
      }
    }
  }

  /** Writes a value after its key, and the end of the line. */
  private void value(Object value, Key key, int indent) {
    if (value instanceof Record values) {
      record(values, indent + 2);
    } else if (value instanceof List<?> items
        && !items.isEmpty()
        && items.get(0) instanceof Record) {
      out.append('\n');
      items.forEach(item -> listedRecord((Record) item, indent + 2));
    } else {
      out.append(' ').append(inline(value, key)).append('\n');
    }
  }

  private void record(Record values, int indent) {
    String tag = tag(values);
    if (tag != null && allAbsent(values)) {
      out.append(' ').append(tag).append('\n');
    } else if (allAbsent(values)) {
      out.append(" {}\n");
    } else {
      out.append('\n');
      if (tag != null) {
        out.append(" ".repeat(indent)).append(KeySpec.TAG + ": ").append(tag).append('\n');
      }
      keys(values, indent);
    }
  }

  /** The first key stands behind the dash. */
  private void listedRecord(Record values, int indent) {
    int start = out.length();
    String tag = tag(values);
    if (tag != null) {
      out.append(" ".repeat(indent + 2)).append(KeySpec.TAG + ": ").append(tag).append('\n');
    }
    keys(values, indent + 2);
    out.setCharAt(start + indent, '-');
  }

  private static boolean allAbsent(Record values) {
    return KeySpec.of(values.getClass()).values().stream()
        .allMatch(spec -> spec.valueIn(values) == null);
  }

  private static @Nullable String tag(Record values) {
    Option option = values.getClass().getAnnotation(Option.class);
    return option == null ? null : option.value();
  }

  private static String inline(Object value, Key key) {
    if (value instanceof List<?> items) {
      return items.stream().map(i -> inline(i, key)).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> text(entry.getKey().toString()) + ": " + inline(entry.getValue(), key))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Double number) {
      return key.unit().write(number);
    }
    if (value instanceof Enum<?> constant) {
      return KeySpec.word(constant);
    }
    return value instanceof String || value instanceof Path
        ? text(value.toString())
        : value.toString();
  }

  /** Quoted, unless every reader takes it for the same text. */
  private static String text(String text) {
    return PLAIN_TEXT.matcher(text).matches() && !YAML_WORDS.contains(text.toLowerCase(Locale.ROOT))
        ? text
        : '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
