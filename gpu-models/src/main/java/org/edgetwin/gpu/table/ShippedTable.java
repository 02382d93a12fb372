package org.edgetwin.gpu.table;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/**
 * A CSV table that ships with this module: header row, UTF-8, empty cell = unknown, {@code .gz}
 * unpacked.
 */
public final class ShippedTable {
  private ShippedTable() {}

  /**
   * The rows in file order.
   *
   * @param path below {@code org/edgetwin/gpu/data}, such as {@code gavel/pairs.csv}
   */
  public static <T> List<T> rows(String path, Function<NamedCsvRecord, T> row) {
    try (var reader = CsvReader.builder().ofNamedCsvRecord(open(path))) {
      return reader.stream().map(row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the shipped table " + path, e);
    }
  }

  /** Hands every row to {@code row}, in file order. */
  public static void forEach(String path, Consumer<NamedCsvRecord> row) {
    rows(path, record -> record).forEach(row);
  }

  /** The number in a cell; NaN if the cell is empty. */
  public static double number(NamedCsvRecord row, String column) {
    String text = row.getField(column);
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  /** The whole number in a cell. */
  public static int count(NamedCsvRecord row, String column) {
    return Integer.parseInt(row.getField(column));
  }

  private static InputStreamReader open(String path) throws IOException {
    InputStream stream = ShippedTable.class.getResourceAsStream("/org/edgetwin/gpu/data/" + path);
    if (stream == null) {
      throw new IOException("The table " + path + " is missing from the program.");
    }
    return new InputStreamReader(
        path.endsWith(".gz") ? new GZIPInputStream(stream) : stream, StandardCharsets.UTF_8);
  }
}
