package org.edgetwin.gpu.table;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** A CSV table that ships with this module: header row, UTF-8. */
public final class ShippedTable {
  private ShippedTable() {}

  /**
   * The rows in file order.
   *
   * @param path below {@code org/edgetwin/gpu/data}, such as {@code energy/spot-prices.csv}
   */
  public static <T> List<T> rows(String path, Function<NamedCsvRecord, T> row) {
    try (var reader = CsvReader.builder().ofNamedCsvRecord(open(path))) {
      return reader.stream().map(row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the shipped table " + path, e);
    }
  }

  /** The number in a cell. */
  public static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  private static InputStreamReader open(String path) throws IOException {
    InputStream stream = ShippedTable.class.getResourceAsStream("/org/edgetwin/gpu/data/" + path);
    if (stream == null) {
      throw new IOException("The table " + path + " is missing from the program.");
    }
    return new InputStreamReader(stream, StandardCharsets.UTF_8);
  }
}
