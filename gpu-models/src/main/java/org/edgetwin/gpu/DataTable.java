package org.edgetwin.gpu;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads the CSV tables shipped with this module: header row, UTF-8, empty cell = unknown, {@code
 * .gz} unpacked.
 */
final class DataTable {
  private DataTable() {}

  /** Hands every row of {@code data/PATH} to {@code row}, in file order. */
  static void forEach(String path, Consumer<NamedCsvRecord> row) {
    try (var reader = CsvReader.builder().ofNamedCsvRecord(open(path))) {
      reader.forEach(row);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the shipped table " + path, e);
    }
  }

  /** The number in a cell; NaN if the cell is empty. */
  static double number(NamedCsvRecord row, String column) {
    String text = row.getField(column);
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  private static InputStreamReader open(String path) throws IOException {
    InputStream stream = DataTable.class.getResourceAsStream("data/" + path);
    if (stream == null) {
      throw new IOException("The table " + path + " is missing from the program.");
    }
    return new InputStreamReader(
        path.endsWith(".gz") ? new GZIPInputStream(stream) : stream, StandardCharsets.UTF_8);
  }
}
