package org.edgetwin.calibration.data;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/**
 * A file of measurements that ships with this module, as its resource: UTF-8, {@code .gz} unpacked
 * on the way.
 */
public final class DataSet {
  private DataSet() {}

  /**
   * The rows of a CSV file with a header, in file order.
   *
   * @param path such as {@code gavel/pairs.csv.gz}
   */
  public static <T> List<T> rows(String path, Function<NamedCsvRecord, T> row) {
    try (var reader = CsvReader.builder().ofNamedCsvRecord(open(path))) {
      return reader.stream().map(row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The measurements " + path + " cannot be read.", e);
    }
  }

  /**
   * The text of a file; the caller closes it.
   *
   * @param path such as {@code gavel/pairs.csv.gz}
   */
  public static Reader open(String path) throws IOException {
    InputStream stream = DataSet.class.getResourceAsStream(path);
    if (stream == null) {
      throw new IOException("The measurements " + path + " are missing from the program.");
    }
    return new InputStreamReader(
        path.endsWith(".gz") ? new GZIPInputStream(stream) : stream, StandardCharsets.UTF_8);
  }

  /** The number in a cell. */
  public static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }
}
