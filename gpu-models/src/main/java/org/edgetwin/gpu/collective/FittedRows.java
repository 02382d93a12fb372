package org.edgetwin.gpu.collective;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * Rows of a table of fitted constants that ships with this module. The README file beside a table
 * says what it was fitted to; a test of {@code calibration} repeats the fit.
 */
public final class FittedRows {
  private FittedRows() {}

  /**
   * The rows in file order.
   *
   * @param path below {@code org/edgetwin/gpu/data}, such as {@code collectives/laws.csv}
   */
  public static <T> List<T> of(String path, Function<NamedCsvRecord, T> row) {
    try (var reader = CsvReader.builder().ofNamedCsvRecord(open(path))) {
      return reader.stream().map(row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The fitted constants " + path + " cannot be read.", e);
    }
  }

  /** The number in a cell. */
  public static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  /** The whole number in a cell. */
  public static int count(NamedCsvRecord row, String column) {
    return Integer.parseInt(row.getField(column));
  }

  private static InputStreamReader open(String path) throws IOException {
    InputStream stream = FittedRows.class.getResourceAsStream("/org/edgetwin/gpu/data/" + path);
    if (stream == null) {
      throw new IOException("The table " + path + " is missing from the program.");
    }
    return new InputStreamReader(stream, StandardCharsets.UTF_8);
  }
}
