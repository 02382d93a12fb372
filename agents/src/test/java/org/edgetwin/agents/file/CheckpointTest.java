package org.edgetwin.agents.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointTest {
  @TempDir Path folder;

  @Test
  void readsWhatWasWritten() throws IOException {
    Checkpoint checkpoint = new Checkpoint();
    checkpoint.floats().put("w", new float[] {1.5f, Float.MIN_VALUE});
    checkpoint.doubles().put("mean", new double[] {Math.PI});
    checkpoint.longs().put("steps", new long[] {7, Long.MAX_VALUE});
    Path file = folder.resolve("step_7.checkpoint");
    checkpoint.write(file);
    Checkpoint read = Checkpoint.read(file);
    assertThat(read).usingRecursiveComparison().isEqualTo(checkpoint);
    assertThatThrownBy(() -> read.copyFloats("v", new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no \"v\" among [w]");
    assertThatThrownBy(() -> read.copyFloats("w", new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 numbers instead of 3");
  }

  @Test
  void refusesADamagedFile() throws IOException {
    Path file = folder.resolve("step_7.checkpoint");
    new Checkpoint().write(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1]++;
    Files.write(file, bytes);
    assertThatThrownBy(() -> Checkpoint.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(file.toString(), "damaged");
  }
}
