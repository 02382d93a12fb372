package org.edgetwin.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The arrows between the modules, and what each may bring from outside. */
@AnalyzeClasses(packages = Module.ROOT_PACKAGE, importOptions = MainClasses.class)
final class ModuleBordersTest {

  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CYCLE =
      slices().matching("org.edgetwin.(**)").should().beFreeOfCycles().allowEmptyShould(true);

  static ArchRule dependsOnlyAlongTheArrows(Module module) {
    return noClasses()
        .that(module.classes())
        .should()
        .dependOnClassesThat(module.forbiddenModules())
        .because("arrows between modules are those of docs/adr/0002-maven-modules-and-borders.md");
  }

  static ArchRule namesOnlyItsLibraries(Module module) {
    return noClasses()
        .that(module.classes())
        .should()
        .dependOnClassesThat(module.forbiddenLibraries())
        .because("each library has its module, see docs/dependencies.md");
  }

  static ArchRule keepsItsInternalsToItself(Module module) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(module.packageName() + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(module.packageName() + "..internal..")
        .allowEmptyShould(true);
  }

  @ArchTest
  static void everyModuleDependsOnlyAlongTheArrows(JavaClasses classes) {
    existing().forEach(module -> dependsOnlyAlongTheArrows(module).check(classes));
  }

  @ArchTest
  static void everyModuleNamesOnlyItsLibraries(JavaClasses classes) {
    existing().forEach(module -> namesOnlyItsLibraries(module).check(classes));
  }

  @ArchTest
  static void everyModuleKeepsItsInternalsToItself(JavaClasses classes) {
    existing().forEach(module -> keepsItsInternalsToItself(module).check(classes));
  }

  @ArchTest
  static void everyClassLivesInThePackageOfItsModule(JavaClasses classes) {
    for (Module module : Module.values()) {
      assertThat(classes)
          .filteredOn(candidate -> comesFrom(module, candidate))
          .allSatisfy(c -> assertThat(module.contains(c)).as(c.getName()).isTrue());
    }
  }

  /** Without this, a module missing from the class path would obey every rule. */
  @ArchTest
  static void theRulesSeeEveryPackageOnDisk(JavaClasses classes) {
    for (Module module : Module.values()) {
      assertThat(
              classes.stream()
                  .filter(c -> comesFrom(module, c))
                  .map(JavaClass::getPackageName)
                  .collect(Collectors.toSet()))
          .as("packages of %s. Maybe add the module to architecture-tests/pom.xml", module)
          .containsAll(SourceTree.packagesOf(module));
    }
  }

  private static Stream<Module> existing() {
    return Arrays.stream(Module.values()).filter(m -> !SourceTree.packagesOf(m).isEmpty());
  }

  private static boolean comesFrom(Module module, JavaClass candidate) {
    return candidate
        .getSource()
        .map(source -> source.getUri().toString().contains("/" + module.folder() + "/target/"))
        .orElse(false);
  }
}
