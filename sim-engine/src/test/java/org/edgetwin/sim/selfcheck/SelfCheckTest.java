package org.edgetwin.sim.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Quick runs of the cheap rows; the rest of them run through the command line in {@code verify}.
 */
class SelfCheckTest {
  private static final List<String> CHEAP =
      List.of(
          "M/D/1",
          "M/M/1/5",
          "two-class M/M/1, preemptive",
          "job of 10 s",
          "availability",
          "Little",
          "1 machine",
          "backfilling");

  private static List<CheckRow> cheapRows() {
    return SelfCheck.rows().stream()
        .filter(row -> CHEAP.stream().anyMatch(row.name()::startsWith))
        .toList();
  }

  @Test
  void cheapRowsHoldWithTheDefaultSeed() {
    List<CheckRow> rows = cheapRows();
    List<CheckResult> heard = new ArrayList<>();

    List<CheckResult> results =
        SelfCheck.run(rows, Mode.QUICK, SelfCheck.DEFAULT_SEED, 2, heard::add);

    assertThat(rows).hasSizeGreaterThanOrEqualTo(CHEAP.size());
    assertThat(results).allSatisfy(result -> assertThat(result.passed()).as("%s", result).isTrue());
    assertThat(heard).isEqualTo(results);
    assertThat(results)
        .extracting(CheckResult::cell)
        .containsExactlyElementsOf(rows.stream().flatMap(row -> row.cells().stream()).toList());
  }

  @Test
  void sameSeedSameResultsOnAnyNumberOfThreads() {
    List<CheckRow> rows =
        cheapRows().stream().filter(row -> row.name().startsWith("M/M/1/5")).toList();

    List<CheckResult> one = SelfCheck.run(rows, Mode.QUICK, 3, 1, result -> {});
    List<CheckResult> four = SelfCheck.run(rows, Mode.QUICK, 3, 4, result -> {});
    List<CheckResult> other = SelfCheck.run(rows, Mode.QUICK, 4, 4, result -> {});

    assertThat(four).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void everyRowSaysWhatItRestsOnAndEveryCellHasItsName() {
    List<CheckRow> rows = SelfCheck.rows();

    assertThat(rows).hasSizeGreaterThanOrEqualTo(20);
    assertThat(rows).extracting(CheckRow::name).doesNotHaveDuplicates();
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.basis()).isNotBlank();
              assertThat(row.cells()).isNotEmpty().doesNotHaveDuplicates();
            });
  }
}
