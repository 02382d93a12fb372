package org.edgetwin.gpu.operators;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** The CSV tables beside this package: header row, empty cell = unknown, {@code .gz} unpacked. */
final class OperatorResource {
  private OperatorResource() {}

  static <T> List<T> rows(String name, Function<NamedCsvRecord, T> row) {
    InputStream stream = OperatorResource.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException("The table " + name + " is missing from the program.");
    }
    try (var reader =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new InputStreamReader(
                    name.endsWith(".gz") ? new GZIPInputStream(stream) : stream,
                    StandardCharsets.UTF_8))) {
      return reader.stream().map(row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the shipped table " + name, e);
    }
  }

  /** The number in a cell; NaN if the cell is empty. */
  static double number(NamedCsvRecord row, String column) {
    String text = row.getField(column);
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }
}
