package org.edgetwin.architecture;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The modules of EdgeTwin, what each may depend on, and which libraries it may name.
 *
 * <p>This is the table of the architecture as code. A module that does not exist yet stands here
 * too: its borders hold from its first class on.
 */
@SuppressWarnings("ImmutableEnumChecker") // All lists come from List.of.
enum Module {
  GPU_MODELS(
      "gpu-models",
      "gpu",
      List.of(),
      List.of(
          "org.apache.commons.math3",
          "org.apache.commons.statistics",
          "com.fasterxml.jackson",
          "de.siegmar.fastcsv")),
  SIM_ENGINE(
      "sim-engine",
      "sim",
      List.of(GPU_MODELS),
      List.of(
          "umontreal.ssj",
          "org.apache.commons.math3",
          "org.apache.commons.statistics",
          "org.HdrHistogram",
          "org.ojalgo",
          "org.jgrapht")),
  SCENARIOS(
      "scenarios",
      "scenarios",
      List.of(SIM_ENGINE),
      List.of(
          "umontreal.ssj",
          "org.apache.commons.math3",
          "com.fasterxml.jackson",
          "org.yaml.snakeyaml",
          "com.networknt",
          "de.siegmar.fastcsv",
          "org.apache.spark")),
  AGENTS(
      "agents",
      "agents",
      List.of(SIM_ENGINE),
      List.of("umontreal.ssj", "org.apache.commons.math3", "com.fasterxml.jackson", "ai.djl")),
  /** A leaf: nothing may depend on it, see docs/adr/0008-rl4j-in-a-leaf-module.md. */
  AGENTS_RL4J(
      "agents/rl4j",
      "agents.rl4j",
      List.of(AGENTS),
      List.of("umontreal.ssj", "org.deeplearning4j", "org.nd4j")),
  REPORTS(
      "reports",
      "reports",
      List.of(SIM_ENGINE),
      List.of(
          "org.apache.commons.math3",
          "com.fasterxml.jackson",
          "de.siegmar.fastcsv",
          "org.jfree",
          "org.apache.batik")),
  LIVE(
      "live",
      "live",
      List.of(SIM_ENGINE),
      List.of(
          "com.fasterxml.jackson", "de.siegmar.fastcsv", "org.sqlite", "io.prometheus.metrics")),
  CALIBRATION(
      "calibration",
      "calibration",
      List.of(SIM_ENGINE),
      List.of(
          "umontreal.ssj",
          "org.apache.commons.math3",
          "com.fasterxml.jackson",
          "de.siegmar.fastcsv",
          "jcuda")),
  CLI(
      "cli",
      "cli",
      List.of(SCENARIOS, AGENTS, REPORTS, LIVE, CALIBRATION),
      List.of("umontreal.ssj", "com.fasterxml.jackson", "picocli", "me.tongfei.progressbar"));

  static final String ROOT_PACKAGE = "org.edgetwin";

  private final String folder;
  private final String packageName;
  private final List<Module> directDependencies;
  private final List<String> libraries;

  Module(
      String folder,
      String lastPackagePart,
      List<Module> directDependencies,
      List<String> libraries) {
    this.folder = folder;
    this.packageName = ROOT_PACKAGE + "." + lastPackagePart;
    this.directDependencies = directDependencies;
    this.libraries = libraries;
  }

  /** The folder of the Maven module below the project's root. */
  String folder() {
    return folder;
  }

  String packageName() {
    return packageName;
  }

  /** Whether a class belongs to this module, and not to one whose package lies within its own. */
  boolean contains(JavaClass candidate) {
    return isIn(packageName, candidate)
        && Stream.of(values())
            .filter(other -> other.packageName.startsWith(packageName + "."))
            .noneMatch(inner -> isIn(inner.packageName, candidate));
  }

  /** The classes of this module. */
  DescribedPredicate<JavaClass> classes() {
    return DescribedPredicate.describe("belong to " + this, this::contains);
  }

  /** This module and all that it may use, along the arrows of the architecture. */
  Set<Module> usable() {
    return Stream.concat(
            Stream.of(this), directDependencies.stream().flatMap(m -> m.usable().stream()))
        .collect(toCollection(LinkedHashSet::new));
  }

  /** Classes of EdgeTwin outside {@link #usable()}. */
  DescribedPredicate<JavaClass> forbiddenModules() {
    return DescribedPredicate.describe(
        "belong to modules other than " + usable(),
        target ->
            isIn(ROOT_PACKAGE, target.getBaseComponentType())
                && usable().stream().noneMatch(m -> m.contains(target.getBaseComponentType())));
  }

  /** Classes of libraries that are not in this module's list; the JDK is always allowed. */
  DescribedPredicate<JavaClass> forbiddenLibraries() {
    return DescribedPredicate.describe(
        "belong to libraries other than " + libraries,
        target -> isForbiddenLibrary(target.getBaseComponentType()));
  }

  private boolean isForbiddenLibrary(JavaClass target) {
    return !target.isPrimitive()
        && !isIn(ROOT_PACKAGE, target)
        && !Jdk.contains(target)
        && !isIn("org.jspecify.annotations", target)
        && libraries.stream().noneMatch(library -> isIn(library, target));
  }

  private static boolean isIn(String packageName, JavaClass candidate) {
    return candidate.getPackageName().equals(packageName)
        || candidate.getPackageName().startsWith(packageName + ".");
  }

  @Override
  public String toString() {
    return folder;
  }
}
