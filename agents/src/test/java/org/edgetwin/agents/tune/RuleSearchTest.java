package org.edgetwin.agents.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.edgetwin.agents.pair.JobFeature;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;

class RuleSearchTest {
  private static final RuleSearch.Settings SETTINGS = new RuleSearch.Settings(120, 14, 5, 0.3);
  private static final LinearRule START = LinearRule.of(new double[LinearRule.PARAMETERS]);

  /** Best where every parameter is 0.5. */
  private static double distance(LinearRule rule) {
    double squares = 0;
    for (double parameter : rule.parameters()) {
      squares += (parameter - 0.5) * (parameter - 0.5);
    }
    return squares;
  }

  private static RuleSearch search(List<Long> firsts) {
    return new RuleSearch(
        SETTINGS,
        all(),
        (rule, first, count) -> {
          firsts.add(first);
          return distance(rule);
        },
        new Streams(1, 1).stream("search"));
  }

  @Test
  void itFindsTheBestRuleAndShowsAllOfAGenerationTheSameEpisodes() {
    List<Long> firsts = new ArrayList<>();
    LinearRule found = search(firsts).from(START, List.of(), value -> {});

    assertThat(distance(found)).isLessThan(0.02 * distance(START));
    // The guess first, then the generations.
    assertThat(firsts.subList(1, 15)).containsOnly(0L);
    assertThat(firsts.subList(15, 29)).containsOnly(5L);
    assertThat(firsts).hasSize(1 + 120 * 14);
  }

  @Test
  void aStoppedSearchGoesOnWhereItWas() {
    List<Double> values = new ArrayList<>();
    LinearRule whole = search(new ArrayList<>()).from(START, List.of(), values::add);
    List<Long> firsts = new ArrayList<>();

    LinearRule resumed = search(firsts).from(START, values.subList(0, 700), value -> {});

    assertThat(resumed.parameters()).isEqualTo(whole.parameters());
    assertThat(firsts).hasSize(values.size() - 700);
  }

  private static double[] all() {
    double[] all = new double[LinearRule.PARAMETERS];
    Arrays.fill(all, 1);
    return all;
  }

  private static double[] placesOnly() {
    double[] places = all();
    Arrays.fill(places, 0, JobFeature.COUNT, 0);
    return places;
  }

  @Test
  void whatIsNotSearchedForStays() {
    RuleSearch search =
        new RuleSearch(
            new RuleSearch.Settings(20, 14, 5, 0.3),
            placesOnly(),
            (rule, first, count) -> distance(rule),
            new Streams(1, 1).stream("search"));

    LinearRule found = search.from(START, List.of(), value -> {});

    assertThat(found.order()).isEqualTo(START.order());
    assertThat(found.place()).isNotEqualTo(START.place());
    assertThat(distance(found)).isLessThan(distance(START));
  }
}
