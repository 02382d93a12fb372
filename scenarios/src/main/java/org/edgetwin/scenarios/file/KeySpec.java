package org.edgetwin.scenarios.file;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.edgetwin.scenarios.model.Choice;
import org.edgetwin.scenarios.model.Key;
import org.edgetwin.scenarios.model.Option;
import org.jspecify.annotations.Nullable;

/**
 * One key of a scenario file, as the record component that holds it declares it.
 *
 * @param name the key
 * @param component the record component
 * @param type its type
 * @param key its description
 */
record KeySpec(String name, RecordComponent component, Type type, Key key) {
  /** The key that tells the records of a {@link Choice} apart. */
  static final String TAG = "type";

  private static final Map<Class<?>, Map<String, KeySpec>> BY_RECORD = new ConcurrentHashMap<>();

  /** The keys of a record in the order of its components. */
  static Map<String, KeySpec> of(Class<?> recordClass) {
    return BY_RECORD.computeIfAbsent(recordClass, KeySpec::read);
  }

  private static Map<String, KeySpec> read(Class<?> recordClass) {
    Map<String, KeySpec> keys = new LinkedHashMap<>();
    for (RecordComponent component : recordClass.getRecordComponents()) {
      Key key = component.getAnnotation(Key.class);
      if (key == null) {
        throw new IllegalStateException(recordClass + "." + component.getName() + " lacks @Key.");
      }
      String name = snakeCase(withoutUnit(component.getName(), key.unit().ending()));
      keys.put(name, new KeySpec(name, component, component.getGenericType(), key));
    }
    return keys;
  }

  /** What a record holds for this key. */
  @Nullable Object valueIn(Record values) {
    try {
      return component.getAccessor().invoke(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }

  boolean isRequired() {
    return key.preset().equals(Key.REQUIRED);
  }

  /** Whether it may be left out and then means nothing. */
  boolean isNullable() {
    return key.preset().equals(Key.NONE);
  }

  /** Records of a choice by the value of their tag. */
  static Map<String, Class<?>> options(Class<?> choice) {
    Map<String, Class<?>> options = new LinkedHashMap<>();
    for (Class<?> option : choice.getPermittedSubclasses()) {
      options.put(option.getAnnotation(Option.class).value(), option);
    }
    return options;
  }

  /** Whether a record can be written as its name alone. */
  static boolean hasNoRequiredKey(Class<?> option) {
    return of(option).values().stream().noneMatch(KeySpec::isRequired);
  }

  static boolean isChoice(Class<?> type) {
    return type.isAnnotationPresent(Choice.class);
  }

  /** The words of an enum as they are written in files. */
  static List<String> words(Class<?> enumClass) {
    List<String> words = new ArrayList<>();
    for (Object constant : enumClass.getEnumConstants()) {
      words.add(word((Enum<?>) constant));
    }
    return words;
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String withoutUnit(String name, String ending) {
    return !ending.isEmpty() && name.endsWith(ending)
        ? name.substring(0, name.length() - ending.length())
        : name;
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
