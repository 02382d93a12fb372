package org.edgetwin.scenarios.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.reliability.LifeTrace;
import org.edgetwin.gpu.reliability.LifeTrace.Life;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;

/** Reads when instances came and went: a CSV file with the columns node, born and died. */
public final class LivesReader {
  private static final double LONGEST_SECONDS = 1e10;
  private static final double SHORTEST_SECONDS = 1;

  private final Path file;
  private final Table table;
  private final List<Life> lives = new ArrayList<>();
  private int nodeColumn;
  private int bornColumn;
  private int diedColumn;

  public LivesReader(Path file) {
    this.file = file;
    table = new Table(file.toString());
  }

  /**
   * The lives of the file; the trace ends with its last birth or death.
   *
   * @throws BadInputException if the file cannot be read
   */
  public LifeTrace read() {
    try (InputStream in = Files.newInputStream(file)) {
      table.read(in, ',', this::readHeader, row -> readRow());
    } catch (IOException e) {
      throw new BadInputException(
          new Issue(
              file.toString(), 0, "", "", "The file cannot be read.", "Maybe check the path."));
    }
    double end = 0;
    for (Life life : lives) {
      boolean ended = life.deathTime() < Double.POSITIVE_INFINITY;
      end = Math.max(end, ended ? life.deathTime() : life.birthTime());
    }
    if (end < SHORTEST_SECONDS) {
      throw new BadInputException(
          new Issue(
              file.toString(),
              0,
              "",
              "",
              "The trace has no births and deaths after its first second.",
              "Maybe check the units: born and died are seconds."));
    }
    return new LifeTrace(lives, end);
  }

  private void readHeader() {
    nodeColumn = table.column("node");
    bornColumn = table.column("born");
    diedColumn = table.column("died");
  }

  private void readRow() {
    double born = table.number(bornColumn, 0, LONGEST_SECONDS);
    double died =
        table.field(diedColumn).isBlank()
            ? Double.POSITIVE_INFINITY
            : table.number(diedColumn, 0, LONGEST_SECONDS);
    if (died < born) {
      table.problem(diedColumn, "It died before it was born.", "Maybe the columns are swapped.");
      return;
    }
    lives.add(new Life(table.field(nodeColumn), born, died));
  }
}
