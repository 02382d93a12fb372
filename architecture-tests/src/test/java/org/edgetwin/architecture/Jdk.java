package org.edgetwin.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.module.ModuleFinder;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the JDK's own packages from those of libraries, by the modules of the running JDK. */
final class Jdk {
  private static final Set<String> PACKAGES =
      ModuleFinder.ofSystem().findAll().stream()
          .flatMap(module -> module.descriptor().packages().stream())
          .collect(Collectors.toUnmodifiableSet());

  private Jdk() {}

  static boolean contains(JavaClass candidate) {
    return PACKAGES.contains(candidate.getPackageName());
  }
}
