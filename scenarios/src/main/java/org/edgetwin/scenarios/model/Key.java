package org.edgetwin.scenarios.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a record component as a key of scenario files. The key is the component's name in
 * snake_case without the ending of its unit: {@code restartSeconds} is the key {@code restart}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
  /** Preset of a key that must be written. */
  String REQUIRED = "<required>";

  /** Preset of a key that may be left out and then means nothing; its component may be null. */
  String NONE = "<none>";

  /** What the key means, one or two sentences. */
  String doc();

  /** What is taken if the key is not written, as YAML; or {@link #REQUIRED} or {@link #NONE}. */
  String preset() default REQUIRED;

  /** What the number counts. For lists and maps: of their values. */
  Unit unit() default Unit.NONE;

  /** Least number allowed, in the unit of the component. */
  double min() default 0;

  /** Greatest number allowed, in the unit of the component. */
  double max() default 1e15;

  /** A typical value, as YAML. */
  String example() default "";

  /** What a text names. For lists: each item; for maps: each key. */
  NameKind names() default NameKind.FREE;
}
