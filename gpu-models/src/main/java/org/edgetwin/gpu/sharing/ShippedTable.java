package org.edgetwin.gpu.sharing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads the tables that ship with this package: CSV with a header, UTF-8. */
final class ShippedTable {
  private ShippedTable() {}

  /** Hands over every row, in file order. */
  static void forEach(String path, Consumer<NamedCsvRecord> row) {
    InputStream stream = ShippedTable.class.getResourceAsStream(path);
    if (stream == null) {
      throw new IllegalStateException("The table " + path + " is missing from the program.");
    }
    try (var reader =
        CsvReader.builder()
            .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      reader.forEach(row);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the shipped table " + path, e);
    }
  }

  static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }
}
