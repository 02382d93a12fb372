package org.edgetwin.scenarios.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One record of a {@link Choice}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Option {
  /** Value of the key {@code type}. */
  String value();

  /** What this choice means. */
  String doc();
}
