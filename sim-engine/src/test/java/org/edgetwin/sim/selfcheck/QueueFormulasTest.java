package org.edgetwin.sim.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueFormulasTest {
  @ParameterizedTest
  @CsvSource({
    "2, 0.8, 0.711111, 2.777778",
    "4, 0.8, 0.596432, 1.745541",
    "8, 0.9, 0.701533, 1.876916",
    "16, 0.9, 0.591343, 1.369590",
    "64, 0.9, 0.310663, 1.048541",
    "64, 0.95, 0.588011, 1.183753",
    "1000, 0.95, 0.068253, 1.001365"
  })
  void waitingInManyServers(int servers, double rho, double waiting, double response) {
    assertThat(QueueFormulas.erlangC(servers, rho)).isCloseTo(waiting, within(5e-7));
    assertThat(QueueFormulas.multiServerResponse(servers, rho)).isCloseTo(response, within(5e-7));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.5, 0.333333",
    "10, 8, 0.121661",
    "64, 60, 0.060363",
    "100, 90, 0.026957",
    "1000, 1000, 0.024812"
  })
  void blocking(int servers, double load, double blocking) {
    assertThat(QueueFormulas.erlangB(servers, load)).isCloseTo(blocking, within(5e-7));
  }

  /** Midpoint sums of the same integrals, computed by another program. */
  @ParameterizedTest
  @CsvSource({"0.5, 1.4254", "0.7, 1.8746", "0.8, 2.3528", "0.9, 3.5521", "0.95, 5.5410"})
  void shortestRemainingOfExponentialService(double rho, double response) {
    assertThat(QueueFormulas.shortestRemaining(ExponentialMixture.EXPONENTIAL, rho))
        .isCloseTo(response, within(1e-4));
  }

  /** See above. */
  @ParameterizedTest
  @CsvSource({"0.5, 1.400817", "0.8, 2.151251", "0.9, 3.003388"})
  void shortestRemainingOfVariableService(double rho, double response) {
    assertThat(QueueFormulas.shortestRemaining(ExponentialMixture.balanced(10), rho))
        .isCloseTo(response, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 1.716", "0.8, 3.506", "0.9, 6.239"})
  void leastAttainedOfVariableService(double rho, double response) {
    assertThat(QueueFormulas.leastAttained(ExponentialMixture.balanced(10), rho))
        .isCloseTo(response, within(0.001 * response));
  }

  @ParameterizedTest
  @CsvSource({"0.5", "0.8", "0.95"})
  void leastAttainedOfExponentialServiceIsProcessorSharing(double rho) {
    assertThat(QueueFormulas.leastAttained(ExponentialMixture.EXPONENTIAL, rho))
        .isCloseTo(1 / (1 - rho), within(1e-6));
  }

  @Test
  void balancedMixtureHasItsMoments() {
    ExponentialMixture mixture = ExponentialMixture.balanced(10);

    assertThat(mixture.weight(0)).isCloseTo(0.952267, within(5e-7));
    assertThat(mixture.rate(0)).isCloseTo(1.904534, within(5e-7));
    assertThat(mixture.rate(1)).isCloseTo(0.095466, within(5e-7));
    assertThat(mixture.secondMoment()).isCloseTo(11, within(1e-9));
    assertThat(mixture.truncatedMean(1e9)).isCloseTo(1, within(1e-12));
    assertThat(mixture.truncatedSecondMoment(1e9)).isCloseTo(11, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.166667", "5, 0.793262", "10, 1.435664", "50, 2.000000"})
  void closedNetwork(int population, double throughput) {
    assertThat(QueueFormulas.closedThroughput(population, 5, 0.5, 0.3, 0.2))
        .isCloseTo(throughput, within(5e-7));
  }

  @Test
  void otherQueues() {
    assertThat(QueueFormulas.forkJoin(0.8)).isCloseTo(7, within(1e-12));
    assertThat(QueueFormulas.finiteRoomBlocking(0.8, 5)).isCloseTo(0.088819, within(5e-7));
    assertThat(QueueFormulas.powerOfTwo(0.8)).isCloseTo(1.9474, within(5e-5));
    assertThat(QueueFormulas.powerOfTwo(0.9)).isCloseTo(2.6141, within(5e-5));
    assertThat(QueueFormulas.powerOfTwo(0.95)).isCloseTo(3.3830, within(5.1e-5));
    assertThat(1 + QueueFormulas.wait(0.9, 11)).isCloseTo(50.5, within(1e-9));
  }
}
