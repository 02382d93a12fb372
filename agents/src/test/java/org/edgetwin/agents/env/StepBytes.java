package org.edgetwin.agents.env;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** All that environments told, as bytes, for comparisons that forgive nothing. */
final class StepBytes {
  private StepBytes() {}

  static byte[] of(List<AgentStep> steps) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (AgentStep step : steps) {
        write(step, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(AgentStep step, DataOutputStream out) throws IOException {
    Observation seen = step.observation();
    out.writeUTF(step.agent().name() + step.info());
    out.writeInt(seen.jobCount());
    out.writeInt(seen.nodeCount());
    for (float[] array : new float[][] {seen.jobs(), seen.nodes(), seen.globals(), seen.pairs()}) {
      out.writeInt(array.length);
      for (float value : array) {
        out.writeFloat(value);
      }
    }
    out.writeInt(seen.picked());
    out.writeDouble(seen.elapsedSeconds());
    for (boolean legal : step.mask()) {
      out.writeBoolean(legal);
    }
    out.writeDouble(step.reward());
    out.writeBoolean(step.terminated());
    out.writeBoolean(step.truncated());
  }
}
