package org.edgetwin.scenarios.file;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.edgetwin.scenarios.issue.Issues;
import org.jspecify.annotations.Nullable;

/** Calls the constructors of records, whose own checks become problems at the record's place. */
final class RecordFactory {
  /** Presets do not depend on the file, so each is bound once. */
  private static final Map<KeySpec, Object> PRESETS = new ConcurrentHashMap<>();

  private static final String HINT_START = " Maybe ";

  private final Issues issues;

  RecordFactory(Issues issues) {
    this.issues = issues;
  }

  @Nullable Object create(
      YamlNode node, Class<?> recordClass, String path, List<@Nullable Object> values) {
    try {
      return constructor(recordClass).newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException problem) {
        report(node, path, String.valueOf(problem.getMessage()));
        return null;
      }
      throw new IllegalStateException("Cannot create " + recordClass, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot create " + recordClass, e);
    }
  }

  /** The value of a key that is not written. */
  Object preset(KeySpec spec, Function<YamlNode, @Nullable Object> bind) {
    Object known = PRESETS.get(spec);
    if (known != null) {
      return known;
    }
    Issues problems = new Issues();
    Object value = bind.apply(YamlReader.read(spec.key().preset(), "preset", problems));
    if (value == null || !problems.isEmpty()) {
      throw new IllegalStateException("The preset of " + spec.component() + " is wrong.");
    }
    PRESETS.put(spec, value);
    return value;
  }

  private void report(YamlNode node, String path, String text) {
    int hint = text.lastIndexOf(HINT_START);
    issues.add(
        node.location(),
        path,
        node.shown(),
        hint < 0 ? text : text.substring(0, hint),
        hint < 0 ? "" : text.substring(hint + 1));
  }

  private static Constructor<?> constructor(Class<?> recordClass) throws NoSuchMethodException {
    Class<?>[] types =
        Arrays.stream(recordClass.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    return recordClass.getDeclaredConstructor(types);
  }
}
