package org.edgetwin.agents.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The named arrays of a training that is to continue exactly where it stood. In the file, in
 * big-endian order: a mark, the version, the SHA-256 of the rest, then the arrays by type and name.
 *
 * @param floats weights and moments of the optimiser
 * @param doubles statistics
 * @param longs counters and the states of random streams
 */
public record Checkpoint(
    SortedMap<String, float[]> floats,
    SortedMap<String, double[]> doubles,
    SortedMap<String, long[]> longs) {
  private static final String MARK = "edgetwin-checkpoint";
  private static final int VERSION = 2;

  public Checkpoint() {
    this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  /**
   * Copies an array into one that must be as long.
   *
   * @throws IllegalArgumentException if there is none of that name and length
   */
  public void copyFloats(String name, float[] target) {
    float[] array = find(floats, name);
    if (array.length != target.length) {
      throw new IllegalArgumentException(
          "The checkpoint's \""
              + name
              + "\" has "
              + array.length
              + " numbers instead of "
              + target.length
              + ". Maybe it belongs to another network.");
    }
    System.arraycopy(array, 0, target, 0, target.length);
  }

  public double[] doubles(String name) {
    return find(doubles, name);
  }

  public long[] longs(String name) {
    return find(longs, name);
  }

  private static <T> T find(SortedMap<String, T> arrays, String name) {
    T array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException(
          "The checkpoint has no \""
              + name
              + "\" among "
              + arrays.keySet()
              + ". Maybe it belongs to another training.");
    }
    return array;
  }

  /** Writes the file, replacing an older one at once. */
  public void write(Path file) throws IOException {
    byte[] content = content();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(MARK);
      out.writeInt(VERSION);
      out.writeUTF(Sha256.of(content));
      out.write(content);
    }
    AtomicFile.write(file, bytes.toByteArray());
  }

  private byte[] content() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(floats.size());
      for (var entry : floats.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().length);
        for (float value : entry.getValue()) {
          out.writeFloat(value);
        }
      }
      out.writeInt(doubles.size());
      for (var entry : doubles.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().length);
        for (double value : entry.getValue()) {
          out.writeDouble(value);
        }
      }
      out.writeInt(longs.size());
      for (var entry : longs.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().length);
        for (long value : entry.getValue()) {
          out.writeLong(value);
        }
      }
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is not a whole checkpoint of this version
   */
  public static Checkpoint read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String mark = in.readUTF();
      if (!mark.equals(MARK)) {
        throw new IllegalArgumentException(file + " is not a checkpoint.");
      }
      int version = in.readInt();
      if (version != VERSION) {
        throw new IllegalArgumentException(
            file
                + ": the version is "
                + version
                + " instead of "
                + VERSION
                + ". Maybe it was written by another version of EdgeTwin.");
      }
      String hash = in.readUTF();
      byte[] content = in.readAllBytes();
      String actual = Sha256.of(content);
      if (!hash.equals(actual)) {
        throw new IllegalArgumentException(
            file + ": sha256 is " + actual + " instead of " + hash + ". The file is damaged.");
      }
      return parse(content);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " is not a whole checkpoint.", e);
    }
  }

  private static Checkpoint parse(byte[] content) throws IOException {
    Checkpoint checkpoint = new Checkpoint();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
      for (int left = in.readInt(); left > 0; left--) {
        String name = in.readUTF();
        float[] values = new float[in.readInt()];
        for (int i = 0; i < values.length; i++) {
          values[i] = in.readFloat();
        }
        checkpoint.floats.put(name, values);
      }
      for (int left = in.readInt(); left > 0; left--) {
        String name = in.readUTF();
        double[] values = new double[in.readInt()];
        for (int i = 0; i < values.length; i++) {
          values[i] = in.readDouble();
        }
        checkpoint.doubles.put(name, values);
      }
      for (int left = in.readInt(); left > 0; left--) {
        String name = in.readUTF();
        long[] values = new long[in.readInt()];
        for (int i = 0; i < values.length; i++) {
          values[i] = in.readLong();
        }
        checkpoint.longs.put(name, values);
      }
    }
    return checkpoint;
  }
}
