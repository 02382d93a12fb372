package org.edgetwin.gpu.inference;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Reads the CSV tables beside this package: header row, UTF-8. */
final class Table {
  private Table() {}

  /** The rows of a table, in file order. */
  static <T> List<T> rows(String name, Function<NamedCsvRecord, T> row) {
    try (var reader = CsvReader.builder().ofNamedCsvRecord(open(name))) {
      return reader.stream().map(row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the shipped table " + name, e);
    }
  }

  static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  static int count(NamedCsvRecord row, String column) {
    return Integer.parseInt(row.getField(column));
  }

  private static InputStreamReader open(String name) throws IOException {
    InputStream stream = Table.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IOException("The table " + name + " is missing from the program.");
    }
    return new InputStreamReader(stream, StandardCharsets.UTF_8);
  }
}
