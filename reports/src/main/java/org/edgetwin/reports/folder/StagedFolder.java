package org.edgetwin.reports.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that is filled beside its place and then moved there, so that nobody ever finds it half
 * written. Where there is nothing yet, the folder moves as a whole. Otherwise its files replace
 * those of the same name one by one: the file that marks a complete folder goes first and comes
 * last, and files of other names stay.
 */
final class StagedFolder implements AutoCloseable {
  private static final int MOST_SIBLINGS = 1000;

  private final Path target;
  private final Path staging;

  /** Opens an empty sibling of the target. */
  StagedFolder(Path target) throws IOException {
    this.target = target.toAbsolutePath().normalize();
    Path parent = this.target.getParent();
    if (parent == null) {
      throw new BadRunFolderException(
          target + " cannot be a run folder. Maybe name a folder in it.");
    }
    if (Files.exists(this.target) && !Files.isDirectory(this.target)) {
      throw new BadRunFolderException(
          target + " is a file, not a folder. Maybe choose another folder.");
    }
    Files.createDirectories(parent);
    staging = createSibling(parent, this.target.getFileName().toString());
  }

  private static Path createSibling(Path parent, String name) throws IOException {
    for (int i = 1; i <= MOST_SIBLINGS; i++) {
      try {
        return Files.createDirectory(parent.resolve("." + name + ".writing-" + i));
      } catch (FileAlreadyExistsException e) {
        // Another run writes there, or was killed while it did.
      }
    }
    throw new BadRunFolderException(
        parent + " is full of folders ." + name + ".writing-*. Maybe delete them.");
  }

  /** Where to write. */
  Path path() {
    return staging;
  }

  /**
   * Moves everything in place.
   *
   * @param marker name of the file that marks a complete folder
   * @param outdated files and folders in the target that an earlier run may have left and this one
   *     does not have; deleted if the target is a complete folder that is replaced
   */
  void publish(String marker, List<String> outdated) throws IOException {
    if (isFree()) {
      Files.deleteIfExists(target);
      Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    boolean replaces =
        Files.exists(staging.resolve(marker)) && Files.deleteIfExists(target.resolve(marker));
    for (String name : replaces ? outdated : List.<String>of()) {
      deleteAll(target.resolve(name));
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(staging)) {
      files =
          all.filter(Files::isRegularFile)
              .map(staging::relativize)
              .sorted(
                  Comparator.comparing((Path file) -> file.toString().equals(marker))
                      .thenComparing(Path::toString))
              .toList();
    }
    for (Path file : files) {
      Path place = target.resolve(file);
      Files.createDirectories(place.getParent());
      Files.move(
          staging.resolve(file),
          place,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private boolean isFree() throws IOException {
    if (!Files.exists(target)) {
      return true;
    }
    try (Stream<Path> entries = Files.list(target)) {
      return entries.findAny().isEmpty();
    }
  }

  /** Removes what has not been published. */
  @Override
  public void close() throws IOException {
    deleteAll(staging);
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> left = Files.walk(folder)) {
      for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
