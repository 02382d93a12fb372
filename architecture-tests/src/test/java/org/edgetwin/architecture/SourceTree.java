package org.edgetwin.architecture;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The project's Java sources on disk: what the rules must have seen to mean anything. */
final class SourceTree {
  private static final Path MAIN = Path.of("src", "main", "java");

  /** Surefire runs the tests of a module in the module's own folder. */
  static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private SourceTree() {}

  /** Packages of a module that hold at least one type, as dotted names. */
  static Set<String> packagesOf(Module module) {
    Path sources = ROOT.resolve(module.folder()).resolve(MAIN);
    return javaFilesBelow(sources).stream()
        .filter(file -> !file.endsWith("package-info.java"))
        .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
        .collect(toCollection(TreeSet::new));
  }

  /** Every Java source of the project, tests included. */
  static List<Path> javaFiles() {
    Stream<Path> nested = Stream.of(Module.values()).map(module -> ROOT.resolve(module.folder()));
    try (Stream<Path> modules = Files.list(ROOT)) {
      return Stream.concat(modules, nested)
          .distinct()
          .map(module -> module.resolve("src"))
          .flatMap(s -> javaFilesBelow(s).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> javaFilesBelow(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
