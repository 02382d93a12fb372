package org.edgetwin.scenarios.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a sealed interface whose records are told apart by the key {@code type}. A record all of
 * whose keys may be left out can also be written as its name alone.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Choice {
  /** What is chosen. */
  String doc();

  /**
   * The record that a plain value stands for ({@code durations: 20 min}); it has one component.
   * {@code Object} if there is none.
   */
  Class<?> plainValue() default Object.class;
}
