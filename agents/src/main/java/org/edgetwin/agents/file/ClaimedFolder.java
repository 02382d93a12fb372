package org.edgetwin.agents.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * The folder of a training, which is told by its settings: they stand in a file of it, locked
 * against other trainings until the folder is closed.
 */
public final class ClaimedFolder implements Closeable {
  private static final String SETTINGS = "training.txt";

  private final Path path;
  private final FileChannel settings;

  private ClaimedFolder(Path path, FileChannel settings) {
    this.path = path;
    this.settings = settings;
  }

  /**
   * Claims a folder for a training that begins, or goes on where its own settings are. Makes the
   * folder if it is missing, and nothing if it is refused.
   *
   * @throws FolderRefusedException if it is no folder or another's, or a training goes on there
   * @throws IOException if nothing can be written there
   */
  public static ClaimedFolder claim(Path folder, String settings) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new FolderRefusedException("This is a file, not a folder.", "Maybe another name.");
    }
    Path file = folder.resolve(SETTINGS);
    if (!Files.exists(file)) {
      requireEmpty(folder);
      Files.createDirectories(folder);
    }
    ClaimedFolder claimed =
        new ClaimedFolder(
            folder,
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE));
    try {
      claimed.lock();
      claimed.adopt(settings);
      return claimed;
    } catch (IOException | FolderRefusedException e) {
      claimed.close();
      throw e;
    }
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw new FolderRefusedException(
              "This folder is not empty and holds no training.", "Maybe another name.");
        }
      }
    }
  }

  private void lock() throws IOException {
    boolean ours;
    try {
      ours = settings.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      ours = false;
    }
    if (!ours) {
      throw new FolderRefusedException(
          "Another training is going on in this folder.", "Maybe wait for it, or another folder.");
    }
  }

  /** An empty file is that of a training which was killed before it could write its settings. */
  private void adopt(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (settings.size() == 0) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        settings.write(buffer);
      }
      return;
    }
    byte[] found = Channels.newInputStream(settings).readAllBytes();
    if (!text.equals(new String(found, StandardCharsets.UTF_8))) {
      throw new FolderRefusedException(
          "This folder holds a training with other settings, so this one cannot go on there.",
          "Maybe --out another folder.");
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    settings.close();
  }
}
