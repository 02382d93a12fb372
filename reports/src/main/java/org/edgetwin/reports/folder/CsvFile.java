package org.edgetwin.reports.folder;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Reads a CSV file of a run or of a training, and says where it is wrong. */
final class CsvFile {
  /** Which kind of folder a file belongs to, and what to do if it is wrong. */
  private enum Origin {
    RUN("the folder is not a run folder, or the run did not end", "run the scenario again"),
    TRAINING(
        "the folder is not a training folder, or the training did not begin",
        "mend the line, or train again");

    private final String ifMissing;
    private final String remedy;

    Origin(String ifMissing, String remedy) {
      this.ifMissing = ifMissing;
      this.remedy = remedy;
    }
  }

  private final Path path;
  private final Origin origin;
  private final Map<String, Integer> columnByName = new HashMap<>();
  private boolean headSeen;
  private int fields;

  private CsvFile(Path path, Origin origin) {
    this.path = path;
    this.origin = origin;
  }

  /**
   * Reads all lines after the first.
   *
   * @param columns names that the first line must have
   * @param reader takes each line
   */
  private static void forEach(
      Path path, Origin origin, List<String> columns, Consumer<Line> reader) {
    CsvFile file = new CsvFile(path, origin);
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(path)) {
      csv.forEach(record -> file.take(record, columns, reader));
    } catch (IOException e) {
      throw new BadRunFolderException(
          path
              + (Files.exists(path) ? ": cannot be read. " : ": the file is missing. ")
              + "Maybe "
              + origin.ifMissing
              + ".");
    } catch (CsvParseException e) {
      throw new BadRunFolderException(path + ": it is not a CSV file. " + e.getMessage());
    }
    if (!file.headSeen) {
      throw new BadRunFolderException(path + ": the file is empty. Maybe " + origin.remedy + ".");
    }
  }

  /** Reads all lines after the first of a file that a training wrote; see {@link #byScheduler}. */
  static void ofTraining(Path path, List<String> columns, Consumer<Line> reader) {
    forEach(path, Origin.TRAINING, columns, reader);
  }

  /**
   * Reads all lines after the first, each of which belongs to a scheduler.
   *
   * @param columns names that the first line must have, {@code scheduler} among them
   * @param recordsByScheduler what {@code summary.json} says of the schedulers
   * @param reader makes something of a line
   * @return what was made, by scheduler, in the order of the lines
   */
  static <T> Map<String, List<T>> byScheduler(
      Path path,
      List<String> columns,
      Map<String, RecordsFields> recordsByScheduler,
      BiFunction<Line, RecordsFields, T> reader) {
    Map<String, List<T>> listByScheduler = new LinkedHashMap<>();
    recordsByScheduler.keySet().forEach(name -> listByScheduler.put(name, new ArrayList<>()));
    forEach(
        path,
        Origin.RUN,
        columns,
        line -> {
          String scheduler = line.text("scheduler");
          List<T> list = listByScheduler.get(scheduler);
          if (list == null) {
            throw line.wrong("scheduler", scheduler, "is not in " + RunFolder.SUMMARY);
          }
          list.add(reader.apply(line, recordsByScheduler.get(scheduler)));
        });
    return listByScheduler;
  }

  private void take(CsvRecord record, List<String> columns, Consumer<Line> reader) {
    if (headSeen) {
      if (record.getFieldCount() != fields) {
        throw new BadRunFolderException(
            String.format(
                "%s, line %d: it has %d fields and not %d. Maybe the file was cut off: %s.",
                path,
                record.getStartingLineNumber(),
                record.getFieldCount(),
                fields,
                origin.remedy));
      }
      reader.accept(new Line(record));
      return;
    }
    headSeen = true;
    fields = record.getFieldCount();
    for (int i = 0; i < record.getFieldCount(); i++) {
      columnByName.put(record.getField(i), i);
    }
    for (String column : columns) {
      if (!columnByName.containsKey(column)) {
        throw new BadRunFolderException(
            path + ", line 1: there is no column " + column + ". Maybe " + origin.remedy + ".");
      }
    }
  }

  /** One line of the file. */
  final class Line {
    private final CsvRecord record;

    private Line(CsvRecord record) {
      this.record = record;
    }

    String text(String column) {
      return text(column, columnByName.get(column));
    }

    private String text(String column, int index) {
      if (index >= record.getFieldCount()) {
        throw wrong(column, "", "is missing");
      }
      return record.getField(index);
    }

    /** Whether the first line has that column. */
    boolean has(String column) {
      return columnByName.containsKey(column);
    }

    /** A number; {@code ifEmpty} for an empty field. */
    double number(String column, double ifEmpty) {
      return number(column, text(column), ifEmpty);
    }

    /** The number in a column by its place, which the first line named somehow. */
    double number(int index) {
      return number("number " + (index + 1), text("number " + (index + 1), index), Double.NaN);
    }

    private double number(String column, String text, double ifEmpty) {
      try {
        return text.isEmpty() ? ifEmpty : Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw wrong(column, text, "is not a number");
      }
    }

    int integer(String column) {
      try {
        return Integer.parseInt(text(column));
      } catch (NumberFormatException e) {
        throw wrong(column, text(column), "is not a whole number");
      }
    }

    /** An exception that says where and what. */
    BadRunFolderException wrong(String column, String value, String what) {
      return new BadRunFolderException(
          String.format(
              "%s, line %d, column %s: \"%s\" %s. Maybe the file was edited: %s.",
              path, record.getStartingLineNumber(), column, value, what, origin.remedy));
    }
  }
}
