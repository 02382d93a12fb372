package org.edgetwin.sim.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MersenneTwisterTest {
  /**
   * The 1st, 2nd and 2000th {@code random.random()} of CPython 3.11, as {@code float.hex} prints.
   */
  @ParameterizedTest
  @CsvSource({
    "0,0x1.b0580f98a7dbep-1,0x1.84129978f9c1ap-1,0x1.69416a5e82de0p-2",
    "1,0x1.132d8f91b7584p-3,0x1.b1e2d5b3584f8p-1,0x1.ccc3fc3e80418p-2",
    "20240601,0x1.e35048e931040p-4,0x1.ae52d6bce4614p-2,0x1.d20b93b7af737p-1",
    "1099511627783,0x1.3a3761afd4291p-1,0x1.a13cb57c0715ap-1,0x1.5e7bcd1b79e6ep-1",
    "9223372036854775807,0x1.443e8e5409ca6p-2,0x1.43346b887de9dp-1,0x1.73ce7be60c300p-2",
    "-1,0x1.132d8f91b7584p-3,0x1.b1e2d5b3584f8p-1,0x1.ccc3fc3e80418p-2",
  })
  void givesTheNumbersOfPython(long seed, String first, String second, String last) {
    MersenneTwister random = new MersenneTwister(seed);

    assertThat(random.nextDouble()).isEqualTo(Double.parseDouble(first));
    assertThat(random.nextDouble()).isEqualTo(Double.parseDouble(second));
    for (int i = 3; i < 2000; i++) {
      random.nextDouble();
    }
    assertThat(random.nextDouble()).isEqualTo(Double.parseDouble(last));
  }
}
