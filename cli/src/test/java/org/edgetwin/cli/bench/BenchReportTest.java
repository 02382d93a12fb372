package org.edgetwin.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.edgetwin.cli.bench.BenchTable.Bar;
import org.edgetwin.cli.bench.BenchTable.Column;
import org.edgetwin.cli.bench.BenchTable.Row;
import org.junit.jupiter.api.Test;

class BenchReportTest {
  private static final Machine IDLE = new Machine("17.0.15", 2, 1000, 0.5);
  private static final Machine BUSY = new Machine("17.0.15", 2, 1000, 7.5);

  private static BenchReport report(Machine after, Bar... bars) {
    BenchTable table =
        new BenchTable(
            "race",
            "A race.",
            List.of(new Column("speed_m_per_s", "speed, m/s", 1)),
            List.of(new Row("hare", List.of(12.0)), new Row("tortoise", List.of(Double.NaN))),
            List.of(bars));
    return new BenchReport(IDLE, after, List.of(table));
  }

  @Test
  void saysWhichLimitsAreKept() {
    BenchReport good = report(IDLE, Bar.atLeast(10, "hare", 12), Bar.atMost(1, "tortoise", 1));
    BenchReport bad = report(IDLE, Bar.atLeast(10, "hare", 9.99));

    assertThat(good.allMet()).isTrue();
    assertThat(good.lines())
        .anyMatch(line -> line.matches("met +12\\.00 +>= 10\\.0 +hare"))
        .anyMatch(line -> line.matches("met +1\\.00 +<= 1\\.0 +tortoise"));
    assertThat(bad.allMet()).isFalse();
    assertThat(bad.lines()).anyMatch(line -> line.matches("MISSED +9\\.99 +>= 10\\.0 +hare"));
  }

  @Test
  void figureThatIsMissingKeepsNoLimit() {
    assertThat(report(IDLE, Bar.atMost(1, "x", Double.NaN)).allMet()).isFalse();
    assertThat(report(IDLE, Bar.atLeast(1, "x", Double.NaN)).allMet()).isFalse();
  }

  @Test
  void warnsOfABusyMachine() {
    assertThat(report(IDLE).lines()).noneMatch(line -> line.contains("busy"));
    assertThat(report(BUSY).lines())
        .anyMatch(line -> line.contains("busy (load average 0.5, then 7.5)"));
  }

  @Test
  void jsonHoldsEveryFigureUnderItsKey() {
    ObjectNode json = report(BUSY, Bar.atLeast(10, "hare", 12)).json();

    assertThat(json.at("/after/load_average").asDouble()).isEqualTo(7.5);
    assertThat(json.at("/all_met").asBoolean()).isTrue();
    assertThat(json.at("/tables/0/rows/0/speed_m_per_s").asDouble()).isEqualTo(12);
    assertThat(json.at("/tables/0/rows/1/speed_m_per_s").isNull()).isTrue();
    assertThat(json.at("/tables/0/bars/0/at_least").asDouble()).isEqualTo(10);
  }

  @Test
  void rowMustFitTheColumns() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new BenchTable(
                    "x", "X.", List.of(), List.of(new Row("r", List.of(1.0))), List.of()))
        .withMessageContaining("does not fit");
  }
}
