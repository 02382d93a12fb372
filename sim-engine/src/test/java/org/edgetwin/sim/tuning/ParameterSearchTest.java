package org.edgetwin.sim.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.experiment.Cancellation;
import org.edgetwin.sim.experiment.LowerBounds;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.experiment.RunControl;
import org.edgetwin.sim.experiment.RunExecutor;
import org.edgetwin.sim.experiment.RunFactory;
import org.edgetwin.sim.experiment.RunOutcome;
import org.edgetwin.sim.experiment.RunRequest;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.metrics.MetricValues;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.PolicyDescription.Parameter;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.edgetwin.sim.scheduling.SchedulerParts;
import org.junit.jupiter.api.Test;

class ParameterSearchTest {
  private static final List<Dimension> DIMENSIONS =
      List.of(
          Dimension.of(new Parameter("x", "", 0.9, 0, 1)),
          Dimension.of(new Parameter("y", "", 100, 0, 1e12)));

  /** A bowl with its least value 50 at x = 0.3, y = 1000, on replications that differ a lot. */
  private static double cost(String name, int replication) {
    String[] values = name.split("/", -1);
    double x = Double.parseDouble(values[0]) - 0.3;
    double y = Math.log10(Double.parseDouble(values[1])) - 3;
    return 50 + 100 * x * x + 10 * y * y + 40 * Math.sin(replication);
  }

  private static final RunFactory FACTORY =
      new RunFactory() {
        @Override
        public String scenario() {
          return "bowl";
        }

        @Override
        public long seed() {
          return 1;
        }

        @Override
        public PreparedRun create(String scheduler, int replication) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Knowledge knowledge(String scheduler) {
          return Knowledge.NONE;
        }

        @Override
        public boolean replicable() {
          return true;
        }

        @Override
        public String replicationMethod() {
          return "";
        }
      };

  private static RunExecutor executor(List<RunRequest> seen, double finishedWhereXIsSmall) {
    return (factory, requests, control) -> {
      List<RunOutcome> outcomes = new ArrayList<>();
      for (RunRequest request : requests) {
        if (control.cancellation().isCancelled()) {
          break;
        }
        seen.add(request);
        String name = request.key().scheduler();
        boolean small = Double.parseDouble(name.split("/", -1)[0]) < 0.5;
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.JCT_MEAN_S, cost(name, request.key().replication()));
        values.put(Metric.JOBS_SUBMITTED, 100.0);
        values.put(Metric.JOBS_FINISHED, small ? finishedWhereXIsSmall : 100.0);
        outcomes.add(
            new RunOutcome(
                request.key(),
                new MetricValues(values, new MetricValues.Measured(0, 100, 100)),
                Map.of(),
                LowerBounds.UNKNOWN,
                null,
                true));
      }
      return outcomes;
    };
  }

  private static SearchPlan plan(int budget, int replications) {
    return new SearchPlan(
        DIMENSIONS,
        values -> values.get(0) + "/" + values.get(1),
        name -> true,
        Metric.JCT_MEAN_S,
        budget,
        replications);
  }

  private static SearchResult search(
      SearchPlan plan, RunExecutor executor, Cancellation cancellation) {
    return new ParameterSearch(
            plan,
            FACTORY,
            executor,
            new RunControl(progress -> {}, cancellation),
            new Streams(3, 1).stream("tuning"))
        .search();
  }

  @Test
  void findsTheBottomOfABowlWithinItsBudget() {
    List<RunRequest> seen = new ArrayList<>();
    SearchResult result = search(plan(300, 10), executor(seen, 100), new Cancellation());
    assertThat(result.complete()).isTrue();
    assertThat(result.runs()).isEqualTo(seen.size()).isBetween(200, 300);
    assertThat(seen).doesNotHaveDuplicates();
    Trial best =
        result.trials().stream()
            .filter(trial -> trial.scheduler().equals(result.best()))
            .findFirst()
            .orElseThrow();
    assertThat(best.costs()).hasSize(10);
    assertThat(best.values().get(0)).isCloseTo(0.3, within(0.08));
    assertThat(Math.log10(best.values().get(1))).isCloseTo(3, within(0.25));
  }

  @Test
  void theDefaultMeetsAllReplicationsAndOthersAtLeastTwo() {
    SearchResult result =
        search(plan(120, 10), executor(new ArrayList<>(), 100), new Cancellation());
    assertThat(result.usual()).isEqualTo("0.9/100.0");
    assertThat(result.trials().get(0).costs()).hasSize(10);
    assertThat(result.commonReplications()).isEqualTo(2);
    assertThat(result.trials())
        .extracting(Trial::phase)
        .contains(Trial.Phase.DEFAULT, Trial.Phase.RANDOM, Trial.Phase.NEARBY);
  }

  @Test
  void whoLeavesJobsBehindCannotWin() {
    SearchResult result =
        search(plan(300, 10), executor(new ArrayList<>(), 99), new Cancellation());
    assertThat(Double.parseDouble(result.best().split("/", -1)[0])).isBetween(0.5, 0.6);
    assertThat(result.trials()).anyMatch(Trial::failed);
  }

  @Test
  void stoppedItKnowsWhatItHadFound() {
    Cancellation cancellation = new Cancellation();
    List<RunRequest> seen = new ArrayList<>();
    RunExecutor inner = executor(seen, 100);
    RunExecutor stopping =
        (factory, requests, control) -> {
          List<RunOutcome> outcomes = inner.execute(factory, requests, control);
          if (seen.size() > 30) {
            cancellation.cancel();
          }
          return outcomes;
        };
    SearchResult result = search(plan(300, 10), stopping, cancellation);
    assertThat(result.complete()).isFalse();
    assertThat(result.trials()).isNotEmpty();
    assertThat(result.runs()).isLessThan(300);
  }

  @Test
  void theSameSeedGivesTheSameSearch() {
    SearchResult first = search(plan(100, 5), executor(new ArrayList<>(), 100), new Cancellation());
    SearchResult again = search(plan(100, 5), executor(new ArrayList<>(), 100), new Cancellation());
    assertThat(again).isEqualTo(first);
  }

  @Test
  void itTellsWhichParameterMatters() {
    SearchResult result =
        search(plan(600, 4), executor(new ArrayList<>(), 100), new Cancellation());
    Sensitivity x = Sensitivity.of(DIMENSIONS.get(0), 0, result.trials(), result.usual());
    Sensitivity y = Sensitivity.of(DIMENSIONS.get(1), 1, result.trials(), result.usual());
    // The bowl is a sum of what x and what y do, and steeper in y over the range searched.
    assertThat(x.explainedShare() + y.explainedShare()).isBetween(0.8, 1.2);
    assertThat(y.explainedShare()).isGreaterThan(x.explainedShare());
    assertThat(x.rankCorrelation()).isPositive();
    assertThat(y.rankCorrelation()).isLessThan(-0.5);
  }

  @Test
  void aLegalRangeWithoutEndIsSearchedNearTheDefault() {
    Dimension wide = DIMENSIONS.get(1);
    assertThat(wide.logarithmic()).isTrue();
    assertThat(wide.low()).isCloseTo(100 / 30.0, within(1e-9));
    assertThat(wide.high()).isEqualTo(3000);
    assertThat(wide.value(wide.place(500))).isEqualTo(500);
    assertThat(DIMENSIONS.get(0).logarithmic()).isFalse();
    assertThat(DIMENSIONS.get(0).value(0.12345)).isEqualTo(0.123);
  }

  @Test
  void namesAreTakenApartAndPutTogether() {
    SchedulerCatalog catalog = SchedulerCatalog.standard();
    SchedulerParts las = catalog.parts("las(first=1000)+wait(durations=noisy)");
    assertThat(las.free()).extracting(Parameter::name).startsWith("second");
    List<Double> values = las.free().stream().map(Parameter::defaultValue).toList();
    String name = las.with(values);
    assertThat(name).startsWith("las(first=1000,second=7200)+wait(durations=noisy,");
    assertThat(catalog.parts(name).free()).isEmpty();
    assertThat(catalog.parts("fifo").free()).isEmpty();
  }
}
