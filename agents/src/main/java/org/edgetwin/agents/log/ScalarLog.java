package org.edgetwin.agents.log;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.edgetwin.agents.file.AtomicFile;

/**
 * Writes scalars to {@code events.out.tfevents.*} and to {@code metrics.csv} of one folder: a row
 * of step, wall time, tag and value each. A training that goes on from a checkpoint opens a new
 * event file and continues the table; rows of steps beyond the checkpoint are taken out, for they
 * will be written again, and TensorBoard is told to forget those steps. Tags are those of CleanRL
 * [huang2022cleanrl], such as {@code losses/value_loss}, with the agent's name behind where there
 * are two.
 */
public final class ScalarLog implements Closeable {
  /** The table's name. */
  public static final String TABLE = "metrics.csv";

  private static final String HEADER = "step,wall_time,tag,value";

  private final DoubleSupplier wallTime;
  private final EventFile events;
  private final BufferedWriter table;

  /**
   * Opens the files of a folder, which is made if it is missing.
   *
   * @param last the step at which the training goes on; -1 if it begins
   * @param wallTime seconds since 1970
   */
  public ScalarLog(Path folder, long last, DoubleSupplier wallTime) throws IOException {
    this.wallTime = wallTime;
    this.events = new EventFile(folder, last + 1, wallTime.getAsDouble());
    Path file = folder.resolve(TABLE);
    forget(file, last);
    boolean fresh = !Files.exists(file) || Files.size(file) == 0;
    this.table =
        Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (fresh) {
      table.write(HEADER + "\n");
      table.flush(); // The first row may take long to come.
    }
  }

  /** Takes out rows of later steps, and one that was cut off. */
  private static void forget(Path table, long last) throws IOException {
    if (!Files.exists(table)) {
      return;
    }
    List<String> rows = Files.readAllLines(table);
    List<String> kept = rows.stream().filter(row -> isKept(row, last)).toList();
    if (kept.size() < rows.size()) {
      String text = kept.stream().map(row -> row + "\n").collect(Collectors.joining());
      AtomicFile.write(table, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static boolean isKept(String row, long last) {
    String[] fields = row.split(",", -1);
    return row.equals(HEADER) || (fields.length == 4 && Long.parseLong(fields[0]) <= last);
  }

  /**
   * Writes the scalars of one step; they are on the disk afterwards.
   *
   * @throws IllegalArgumentException if a tag has a comma, a quote or a line break
   */
  public void write(long step, Map<String, Double> scalars) throws IOException {
    double now = wallTime.getAsDouble();
    for (String tag : scalars.keySet()) {
      if (tag.matches("(?s).*[,\"\\n\\r].*")) {
        throw new IllegalArgumentException("The tag \"" + tag + "\" has a comma, quote or break.");
      }
    }
    events.write(now, step, scalars);
    for (Map.Entry<String, Double> scalar : scalars.entrySet()) {
      table.write(step + "," + now + "," + scalar.getKey() + "," + scalar.getValue() + "\n");
    }
    table.flush();
  }

  @Override
  public void close() throws IOException {
    try (table) {
      events.close();
    }
  }
}
