package org.edgetwin.scenarios.file;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.edgetwin.scenarios.model.Choice;
import org.edgetwin.scenarios.model.Option;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.scenarios.model.Unit;

/** Writes the reference of all keys as Markdown. */
public final class KeyReference {
  private static final String SCENARIOS =
      """
      # Scenario keys

      Generated from the records in `scenarios/src/main/java/org/edgetwin/scenarios/model`; do not
      edit. How a scenario file works: [scenario files](../scenario-files.md).

      Numbers carry their unit: `20 min`, `80 GB`, `1.87 USD/h`, `25 %`. A key without a preset must
      be written; one whose preset is "none" may be left out. The key `import`, a file or a list of
      files, lays other scenario files under this one.

      | What | Units |
      |---|---|
      """;

  private final StringBuilder out = new StringBuilder();
  private final Set<Class<?>> seen = new LinkedHashSet<>();
  private final Deque<Class<?>> open = new ArrayDeque<>();

  private KeyReference() {}

  /** The page on scenario files. */
  public static String ofScenarios() {
    KeyReference reference = new KeyReference();
    reference.out.append(SCENARIOS);
    reference.units();
    return reference.sections(Scenario.class);
  }

  /**
   * The page on other files.
   *
   * @param head its first lines
   * @param root record of such a file
   */
  public static String of(String head, Class<?> root) {
    KeyReference reference = new KeyReference();
    reference.out.append(head);
    return reference.sections(root);
  }

  private String sections(Class<?> root) {
    enqueue(root);
    while (!open.isEmpty()) {
      section(open.removeFirst());
    }
    return out.toString();
  }

  private void units() {
    for (Unit unit : Unit.values()) {
      if (unit.hasSpellings()) {
        out.append("| ").append(noun(unit)).append(" | `");
        out.append(String.join("`, `", unit.factors().keySet())).append("` |\n");
      }
    }
  }

  private void enqueue(Class<?> type) {
    if (seen.add(type)) {
      open.add(type);
    }
  }

  private void section(Class<?> type) {
    out.append("\n## ").append(title(type)).append("\n\n");
    if (!KeySpec.isChoice(type)) {
      table(type);
      return;
    }
    out.append(type.getAnnotation(Choice.class).doc()).append("\n");
    for (Map.Entry<String, Class<?>> option : KeySpec.options(type).entrySet()) {
      out.append("\n### `type: ").append(option.getKey()).append("`\n\n");
      out.append(option.getValue().getAnnotation(Option.class).doc()).append("\n");
      if (!KeySpec.of(option.getValue()).isEmpty()) {
        out.append('\n');
        table(option.getValue());
      }
    }
  }

  private void table(Class<?> recordClass) {
    out.append("| Key | Value | Preset | Meaning |\n|---|---|---|---|\n");
    for (KeySpec spec : KeySpec.of(recordClass).values()) {
      out.append("| `").append(spec.name()).append("` | ").append(value(spec.type(), spec));
      out.append(" | ").append(preset(spec)).append(" | ").append(spec.key().doc());
      if (!spec.key().example().isEmpty()) {
        out.append(" Example: `").append(spec.key().example()).append("`.");
      }
      out.append(" |\n");
    }
  }

  private static String preset(KeySpec spec) {
    if (spec.isRequired()) {
      return "";
    }
    return spec.isNullable() ? "none" : "`" + spec.key().preset() + "`";
  }

  private String value(Type type, KeySpec spec) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? "list: " + value(arguments[0], spec)
          : "mapping: " + value(arguments[0], spec) + " to " + value(arguments[1], spec);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord() || KeySpec.isChoice(plain)) {
      enqueue(plain);
      return "[" + title(plain) + "](#" + anchor(title(plain)) + ")";
    }
    if (plain.isEnum()) {
      return "`" + String.join("`, `", KeySpec.words(plain)) + "`";
    }
    return scalar(plain, spec);
  }

  private static String scalar(Class<?> type, KeySpec spec) {
    if (type == String.class) {
      return spec.key().names().noun();
    }
    if (type == boolean.class) {
      return "`true`, `false`";
    }
    if (type == double.class || type == Double.class) {
      return noun(spec.key().unit());
    }
    return Number.class.isAssignableFrom(type) || type.isPrimitive() ? "whole number" : "file";
  }

  private static String noun(Unit unit) {
    return switch (unit) {
      case NONE -> "number";
      case TIME -> "time";
      case RATE -> "rate";
      case SHARE -> "share";
      case GIGABYTES -> "device memory, data";
      case MEBIBYTES -> "host memory";
      case LINE_RATE -> "rate of a line";
      case BANDWIDTH -> "bandwidth";
      case COMPUTE -> "arithmetic rate";
      case POWER -> "power";
      case HOURLY_PRICE -> "price";
      case TEMPERATURE -> "temperature";
      case THERMAL_RESISTANCE -> "thermal resistance";
      case HEAT_CAPACITY -> "heat capacity";
      case MONEY -> "amount";
      case TOKEN_PRICE -> "price of tokens";
      case ENERGY_PRICE -> "price of energy";
      case CARBON -> "carbon intensity";
    };
  }

  /** FleetPlan is "Fleet", JobSource "Job source". */
  private static String title(Class<?> type) {
    String name = type.getSimpleName().replaceAll("(Plan|Choice)$", "");
    String words = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String anchor(String title) {
    return title.toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
