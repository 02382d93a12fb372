package org.edgetwin.gpu.network;

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

/** Reads the CSV tables beside this package: header row, UTF-8, {@code .gz} unpacked. */
final class NetworkTable {
  private NetworkTable() {}

  static <T> List<T> rows(String name, Function<NamedCsvRecord, T> row) {
    try (InputStream stream = NetworkTable.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IOException("The table " + name + " is missing from the program.");
      }
      InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(stream) : stream;
      try (var reader =
          CsvReader.builder()
              .ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
        return reader.stream().map(row).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the shipped table " + name, e);
    }
  }

  static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }
}
