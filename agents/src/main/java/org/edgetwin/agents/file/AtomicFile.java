package org.edgetwin.agents.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file as a whole or not at all. */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes a hidden sibling, forces it to the disk and moves it in place. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path target = file.toAbsolutePath();
    Path parent = target.getParent();
    if (parent == null) {
      throw new IllegalArgumentException(file + " is not a file. Maybe name a file in it.");
    }
    Files.createDirectories(parent);
    Path staged = parent.resolve("." + target.getFileName() + ".writing");
    try (FileChannel channel =
        FileChannel.open(
            staged,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
    Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
  }
}
