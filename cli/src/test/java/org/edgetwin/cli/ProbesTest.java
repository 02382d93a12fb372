package org.edgetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbesTest {
  @Test
  void aNewFamilyGetsFourPairsToMeasure() {
    Invocation plan = Invocation.of("probes", "my-net-16", "my-net-64");
    assertThat(plan.exitCode()).isZero();
    assertThat(plan.err()).isEmpty();
    assertThat(plan.out().lines().filter(line -> line.contains("my-net-"))).hasSize(4);
  }

  @Test
  void whatWasMeasuredChangesTheForecasts() {
    JsonNode before = Invocation.of("probes", "my-net-16", "--gpu", "P100", "--json").json();
    JsonNode after =
        Invocation.of(
                "probes",
                "my-net-16",
                "--gpu=p100",
                "--measured",
                "my-net-16+resnet50-64=0.31/0.92",
                "--json")
            .json();
    assertThat(before.get("gpu").asText()).isEqualTo("P100-PCIE-16");
    assertThat(before.get("forecasts")).hasSize(27);
    assertThat(after.at("/forecasts/0/kept_a").asDouble())
        .isLessThan(before.at("/forecasts/0/kept_a").asDouble());
  }

  @ParameterizedTest
  @CsvSource({
    "--gpu=h100, h100, Maybe one of k80",
    "--measured=a+b, a+b, Maybe my-net-16",
    "--measured=my-net-16+other=0.5/0.5, other, Maybe name it",
    "--measured=my-net-16+lm-5=0.5/0, 0.0, Maybe a speed was not measured",
    "--measured=my-net-16+lm-5=1.2.3/1, 1.2.3, Maybe 0.71",
    "--count=-1, -1, Maybe ask for fewer",
    "lm-5, lm-5, Maybe give a new job another name"
  })
  void badInputIsNamed(String word, String value, String hint) {
    Invocation wrong = Invocation.of("probes", "my-net-16", word);
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains(value, hint).doesNotContain("Exception");
  }
}
