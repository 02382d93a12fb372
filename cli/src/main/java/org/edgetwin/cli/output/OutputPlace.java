package org.edgetwin.cli.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.folder.RunFolder;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.jspecify.annotations.Nullable;

/**
 * Where a run leaves its folder: where the user says, or at the next free number. Nothing is
 * overwritten unless that was asked for.
 */
public final class OutputPlace {
  private static final Path USUAL_PARENT = Path.of("runs");

  private final @Nullable Path asked;
  private final String usualName;

  private OutputPlace(@Nullable Path asked, String usualName) {
    this.asked = asked;
    this.usualName = usualName;
  }

  /**
   * Chooses a place and makes sure that it can be written, before hours of simulation.
   *
   * @param asked where the user wants it, or null for the next free {@code runs/NAME-NNN}
   * @param usualName that name; whatever does not suit a file name is replaced
   * @param overwrite whether an earlier run at that place may be replaced
   * @throws BadInputException if the place is taken or cannot be written
   */
  public static OutputPlace choose(@Nullable Path asked, String usualName, boolean overwrite) {
    if (asked == null) {
      requireWritable(USUAL_PARENT);
    } else {
      requireFree(asked, overwrite);
      requirePossible(asked);
    }
    return new OutputPlace(asked, fileName(usualName));
  }

  /**
   * Makes sure, before hours of work, that a folder is there or can be made, and written.
   *
   * @throws BadInputException if not
   */
  public static void requirePossible(Path folder) {
    requireNoFile(folder);
    Path parent = folder.toAbsolutePath().normalize().getParent();
    requireWritable(parent == null ? folder : parent);
  }

  private static void requireNoFile(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw problem(folder, "This is a file, not a folder.", "Maybe another name.");
    }
  }

  private static String fileName(String name) {
    return name.replaceAll("[^A-Za-z0-9._+-]+", "-").replaceFirst("-$", "");
  }

  private static void requireFree(Path folder, boolean overwrite) {
    if (!Files.exists(folder)) {
      return;
    }
    requireNoFile(folder);
    if (isEmpty(folder) || (overwrite && isRun(folder))) {
      return;
    }
    throw overwrite
        ? problem(folder, "This folder holds no run, so it is not replaced.", "Maybe another name.")
        : problem(folder, "This folder is not empty.", "Maybe another name, or --overwrite.");
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      throw problem(
          folder, "This folder cannot be read: " + reason(e) + ".", "Maybe another name.");
    }
  }

  private static boolean isRun(Path folder) {
    return Files.exists(folder.resolve(RunFolder.SUMMARY));
  }

  private static void requireWritable(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempDirectory(folder, ".edgetwin-"));
    } catch (IOException e) {
      throw problem(folder, "Nothing can be written here: " + reason(e) + ".", "Maybe --out DIR.");
    }
  }

  /**
   * Writes a run folder.
   *
   * @return where it is
   */
  public Path write(ReportContent content, Set<RunFolder.Extra> extras) throws IOException {
    if (asked == null) {
      Path place = reserveNextFree();
      RunFolder.write(place, content, extras);
      return place;
    }
    RunFolder.write(asked, content, extras);
    return asked;
  }

  /** An empty folder at a number that nobody else got. */
  private Path reserveNextFree() throws IOException {
    for (int number = 1; ; number++) {
      try {
        return Files.createDirectory(
            USUAL_PARENT.resolve(String.format(Locale.ROOT, "%s-%03d", usualName, number)));
      } catch (FileAlreadyExistsException e) {
        // Taken: the next one.
      }
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return "it is a file";
    }
    // The message alone may be no more than the path.
    return e instanceof FileSystemException known && known.getReason() == null
        ? "the file system refuses it"
        : String.valueOf(e.getMessage());
  }

  private static BadInputException problem(Path folder, String message, String hint) {
    return new BadInputException(new Issue("--out", 0, "", folder.toString(), message, hint));
  }
}
