package org.edgetwin.agents.log;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * An event file that TensorBoard reads: messages {@code Event} of TensorFlow's {@code event.proto},
 * each framed as a record of {@code TFRecord}: length, masked CRC-32C of the length, message,
 * masked CRC-32C of the message, little-endian [tensorflow].
 */
final class EventFile implements Closeable {
  // Field numbers of event.proto and summary.proto.
  private static final int EVENT_WALL_TIME = 1;
  private static final int EVENT_STEP = 2;
  private static final int EVENT_FILE_VERSION = 3;
  private static final int EVENT_SUMMARY = 5;
  private static final int EVENT_SESSION = 7;
  private static final int SESSION_STATUS = 1;
  private static final long SESSION_START = 1;
  private static final int SUMMARY_VALUE = 1;
  private static final int VALUE_TAG = 1;
  private static final int VALUE_SIMPLE = 2;

  private final OutputStream out;

  /**
   * Starts a new file; TensorBoard sorts files of a folder by the time in their names.
   *
   * @param next TensorBoard forgets what earlier files say of this step and later ones
   */
  EventFile(Path folder, long next, double wallTime) throws IOException {
    Files.createDirectories(folder);
    String name = String.format(Locale.ROOT, "events.out.tfevents.%010d.edgetwin", (long) wallTime);
    out = new BufferedOutputStream(create(folder, name));
    write(
        new ProtoWriter()
            .putDouble(EVENT_WALL_TIME, wallTime)
            .putString(EVENT_FILE_VERSION, "brain.Event:2"));
    write(
        new ProtoWriter()
            .putDouble(EVENT_WALL_TIME, wallTime)
            .putLong(EVENT_STEP, next)
            .putMessage(EVENT_SESSION, new ProtoWriter().putLong(SESSION_STATUS, SESSION_START)));
  }

  /** Two files of one second differ by a number at the end. */
  private static OutputStream create(Path folder, String name) throws IOException {
    for (int next = 1; ; next++) {
      Path file = folder.resolve(next == 1 ? name : name + "." + next);
      try {
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException e) {
        // Maybe a training that was stopped goes on within the second.
      }
    }
  }

  void write(double wallTime, long step, Map<String, Double> scalars) throws IOException {
    ProtoWriter summary = new ProtoWriter();
    scalars.forEach(
        (tag, value) ->
            summary.putMessage(
                SUMMARY_VALUE,
                new ProtoWriter()
                    .putString(VALUE_TAG, tag)
                    .putFloat(VALUE_SIMPLE, value.floatValue())));
    write(
        new ProtoWriter()
            .putDouble(EVENT_WALL_TIME, wallTime)
            .putLong(EVENT_STEP, step)
            .putMessage(EVENT_SUMMARY, summary));
    out.flush();
  }

  private void write(ProtoWriter event) throws IOException {
    byte[] message = event.toBytes();
    byte[] length = ProtoWriter.little(Long.BYTES).putLong(message.length).array();
    out.write(length);
    out.write(checksum(length));
    out.write(message);
    out.write(checksum(message));
  }

  private static byte[] checksum(byte[] bytes) {
    return ProtoWriter.little(Integer.BYTES).putInt(maskedCrc(bytes)).array();
  }

  /** The CRC is rotated and shifted, so that a CRC over data with CRCs in it stays a good check. */
  static int maskedCrc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return Integer.rotateRight((int) crc.getValue(), 15) + 0xA282EAD8;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
