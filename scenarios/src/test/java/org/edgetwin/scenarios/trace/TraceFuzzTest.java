package org.edgetwin.scenarios.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.edgetwin.scenarios.TestScenarios;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.names.ScenarioNames;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

/** Whatever bytes a trace holds, reading it gives jobs or problems of that file. */
class TraceFuzzTest {
  private static final int MUTATIONS = 600;

  private final ScenarioNames names = TestScenarios.names();
  private final RandomStream random = new Streams(4, 1).stream("fuzz");
  private final List<String> bad = new ArrayList<>();
  private int read;

  @Test
  void mutatedTracesAreReadOrRefused() throws IOException {
    String csv =
        "creation_time,scheduled_time,deletion_time,num_gpu,gpu_milli,cpu_milli,memory_mib,gpu_spec,"
            + "name\n"
            + "0,1,20,1,500,1000,10,T4|P100,\"a\"\n5,,30,2,1000,1000,10,,b\n9,9,9,0,0,1,1,,c\n";
    String swf =
        """
        ; UnixStartTime: 1507529583
        1 0 5 100 4 -1 -1 8 3600 -1 1 12 3 -1 1 -1 -1 -1
        3 20 0 50 2 -1 -1 -1 -1 -1 1 -1 -1 -1 -1 -1 -1 -1
        """;
    for (int i = 0; i < MUTATIONS; i++) {
      boolean gzip = i % 4 == 3;
      byte[] text = (i % 2 == 0 ? csv : swf).getBytes(StandardCharsets.UTF_8);
      byte[] mutated = mutated(gzip ? zipped(text) : text);
      if (i % 2 == 0) {
        attempt(() -> csvReader().read(new ByteArrayInputStream(mutated), "t.csv"));
      } else {
        attempt(() -> new SwfTraceReader("t.swf").read(new ByteArrayInputStream(mutated)));
      }
    }
    assertThat(bad).isEmpty();
    assertThat(read).isBetween(MUTATIONS / 20, MUTATIONS * 9 / 10);
  }

  private CsvTraceReader csvReader() {
    return new CsvTraceReader(BuiltinData.OPENB_COLUMNS, names);
  }

  private void attempt(Runnable reading) {
    try {
      reading.run();
      read++;
    } catch (BadInputException e) {
      e.issues().stream()
          .filter(issue -> !issue.file().startsWith("t.") || issue.message().isEmpty())
          .forEach(issue -> bad.add(issue.toString()));
    } catch (RuntimeException e) {
      bad.add(e.toString());
    }
  }

  private byte[] mutated(byte[] bytes) {
    byte[] mutated = bytes.clone();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      int position = random.nextInt(0, bytes.length - 1);
      mutated[position] =
          (byte)
              (random.nextInt(0, 1) == 0
                  ? random.nextInt(0, 255)
                  : ",\"\n-9eE.N;|".charAt(random.nextInt(0, 10)));
    }
    return mutated;
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void aQuoteIsNoDelimiter() {
    assertThat(
            catchThrowable(
                () ->
                    TestScenarios.withJobs(
                        "  - {name: j, trace: {builtin: philly, columns: {delimiter: '\"'}}}\n")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not one character other than a quote");
  }
}
