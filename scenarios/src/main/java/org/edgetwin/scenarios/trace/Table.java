package org.edgetwin.scenarios.trace;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Hints;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.issue.Location;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with a header, plain or gzipped, read row by row. Problems name file, line, column and
 * value; reading stops after twenty of them. Not thread-safe.
 */
final class Table {
  private static final int MOST_PROBLEMS = 20;
  private static final int MOST_ROWS = 10_000_000;

  private final String shownName;
  private final List<Issue> issueList = new ArrayList<>();
  private List<String> headerList = List.of();
  private @Nullable CsvRecord row;

  Table(String shownName) {
    this.shownName = shownName;
  }

  /**
   * Reads all rows.
   *
   * @param delimiter between fields
   * @param onHeader is called once, before the first row
   * @param onRow is called for each row that has all fields
   * @throws BadInputException if anything is wrong
   */
  void read(InputStream in, char delimiter, Runnable onHeader, Consumer<Table> onRow) {
    try (Reader reader = new InputStreamReader(plain(in), StandardCharsets.UTF_8);
        CsvReader<CsvRecord> rows = open(reader, delimiter)) {
      int count = 0;
      for (CsvRecord each : rows) {
        row = each;
        if (headerList.isEmpty()) {
          readHeader(each, onHeader);
        } else {
          readRow(each, onRow);
        }
        if (++count > MOST_ROWS) {
          throw fatal("The file has more than " + MOST_ROWS + " rows.", "");
        }
      }
    } catch (CsvParseException | IOException | UncheckedIOException e) {
      throw fatal("The file cannot be read as CSV.", "Maybe it is damaged.");
    }
    if (headerList.isEmpty()) {
      throw fatal("The file is empty.", "");
    }
    throwIfAny();
  }

  /** Where a column stands, or -1 for a column that is not declared. */
  int column(@Nullable String name) {
    if (name == null) {
      return -1;
    }
    int index = headerList.indexOf(name);
    if (index < 0) {
      String hint = Hints.nearest(name, headerList);
      issueList.add(new Issue(shownName, 1, name, "", "There is no such column.", hint));
    }
    return index;
  }

  /** The field of the present row; empty if there is no such column. */
  String field(int column) {
    return column < 0 ? "" : current().getField(column);
  }

  /** Line of the present row. */
  int line() {
    return row == null ? 0 : (int) row.getStartingLineNumber();
  }

  /** Notes a problem with a field of the present row. */
  void problem(int column, String message, String hint) {
    String name = column < 0 ? "" : headerList.get(column);
    String value = column < 0 ? "" : field(column);
    issueList.add(new Issue(shownName, line(), name, value, message, hint));
    if (issueList.size() >= MOST_PROBLEMS) {
      throwIfAny();
    }
  }

  /** A number in a field of the present row; 0 and a problem if there is none. */
  double number(int column, double least, double most) {
    String text = field(column);
    try {
      double value = Double.parseDouble(text);
      if (value >= least && value <= most) {
        return value;
      }
      problem(column, "The number is not in " + shown(least) + " to " + shown(most) + ".", "");
    } catch (NumberFormatException e) {
      problem(column, text.isEmpty() ? "The field is empty." : "This is not a number.", "");
    }
    return 0;
  }

  /** A whole number in a field of the present row; 0 and a problem if there is none. */
  int whole(int column, int least, int most) {
    double value = number(column, least, most);
    if (value != Math.rint(value)) {
      problem(column, "This is not a whole number.", "Maybe " + Math.round(value) + ".");
    }
    return (int) value;
  }

  private static CsvReader<CsvRecord> open(Reader reader, char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .commentStrategy(CommentStrategy.NONE)
        .skipEmptyLines(true)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(reader);
  }

  static InputStream plain(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(2);
    boolean gzipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    return withoutByteOrderMark(
        gzipped ? new BufferedInputStream(new GZIPInputStream(buffered, 1 << 16)) : buffered);
  }

  private static InputStream withoutByteOrderMark(InputStream in) throws IOException {
    in.mark(3);
    if (!(in.read() == 0xEF && in.read() == 0xBB && in.read() == 0xBF)) {
      in.reset();
    }
    return in;
  }

  private void readHeader(CsvRecord header, Runnable onHeader) {
    headerList = new ArrayList<>(header.getFields());
    headerList.replaceAll(String::strip);
    Map<String, Integer> firstByName = new HashMap<>();
    for (int i = 0; i < headerList.size(); i++) {
      if (firstByName.putIfAbsent(headerList.get(i), i) != null) {
        problem(i, "The column stands twice in the header.", "");
      }
    }
    onHeader.run();
    throwIfAny();
  }

  private void readRow(CsvRecord each, Consumer<Table> onRow) {
    if (each.getFieldCount() == headerList.size()) {
      onRow.accept(this);
      return;
    }
    String message =
        "The row has " + each.getFieldCount() + " fields, the header " + headerList.size() + ".";
    problem(-1, message, "Maybe another delimiter.");
  }

  private CsvRecord current() {
    if (row == null) {
      throw new IllegalStateException("No row has been read.");
    }
    return row;
  }

  private static String shown(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }

  private void throwIfAny() {
    if (!issueList.isEmpty()) {
      throw new BadInputException(issueList);
    }
  }

  private BadInputException fatal(String message, String hint) {
    return new BadInputException(new Issue(new Location(shownName, line()), "", "", message, hint));
  }
}
