package org.edgetwin.agents.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScalarLogTest {
  @TempDir Path folder;

  @Test
  void crcIsTheCastagnoliOneOfTheStandard() {
    CRC32C crc = new CRC32C();
    crc.update("123456789".getBytes(StandardCharsets.US_ASCII));
    assertThat(crc.getValue()).isEqualTo(0xE3069283L);
    // Rotated right by 15: 0x2507C60D; plus the mask, modulo 2^32.
    assertThat(EventFile.maskedCrc("123456789".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(0x2507C60D + 0xA282EAD8);
  }

  @Test
  void tensorBoardFindsEveryScalarAtItsStep() throws IOException {
    try (ScalarLog log = new ScalarLog(folder, 0, () -> 1_700_000_000.5)) {
      log.write(300, new TreeMap<>(Map.of("charts/SPS", 12.5, "losses/entropy/orderer", -0.25)));
      log.write(1L << 40, Map.of("charts/SPS", 13.0));
    }
    List<String> events = new ArrayList<>();
    byte[] bytes = Files.readAllBytes(folder.resolve("events.out.tfevents.1700000000.edgetwin"));
    for (byte[] message : records(bytes)) {
      events.add(event(message));
    }
    assertThat(events)
        .containsExactly(
            "time 1.7000000005E9 version brain.Event:2",
            "time 1.7000000005E9 step 1 session 1",
            "time 1.7000000005E9 step 300 charts/SPS=12.5 losses/entropy/orderer=-0.25",
            "time 1.7000000005E9 step 1099511627776 charts/SPS=13.0");
  }

  @Test
  void theTableOfATrainingThatWasKilledEarlyHasItsHeaderOnce() throws IOException {
    Path table = folder.resolve(ScalarLog.TABLE);
    Files.createFile(table);
    try (ScalarLog log = new ScalarLog(folder, 0, () -> 1.7e9)) {
      assertThat(table).hasContent("step,wall_time,tag,value");
      log.write(1, Map.of("a", 2.0));
    }
    assertThat(Files.readAllLines(table))
        .containsExactly("step,wall_time,tag,value", "1,1.7E9,a,2.0");
  }

  @Test
  void aLogThatIsOpenedAgainWithinTheSecondLeavesTheFirstAlone() throws IOException {
    for (int i = 0; i < 3; i++) {
      new ScalarLog(folder, 0, () -> 1.7e9).close();
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains(
              "events.out.tfevents.1700000000.edgetwin",
              "events.out.tfevents.1700000000.edgetwin.2",
              "events.out.tfevents.1700000000.edgetwin.3");
    }
  }

  @Test
  void theTableGoesOnAfterAPause() throws IOException {
    AtomicInteger clock = new AtomicInteger(10);
    for (int run = 1; run <= 2; run++) {
      try (ScalarLog log = new ScalarLog(folder, run - 1, clock::getAndIncrement)) {
        log.write(run, Map.of("charts/SPS", 1.5 * run));
      }
    }
    assertThat(folder.resolve(ScalarLog.TABLE))
        .hasContent("step,wall_time,tag,value\n1,11.0,charts/SPS,1.5\n2,13.0,charts/SPS,3.0\n");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void whatCameAfterTheCheckpointIsWrittenOnce() throws IOException {
    try (ScalarLog log = new ScalarLog(folder, 0, () -> 1)) {
      for (int step = 1; step <= 3; step++) {
        log.write(step, Map.of("a", 0.5 * step));
      }
    }
    Path table = folder.resolve(ScalarLog.TABLE);
    Files.writeString(table, Files.readString(table) + "4,1.0,a", StandardCharsets.UTF_8);
    try (ScalarLog log = new ScalarLog(folder, 2, () -> 2)) {
      log.write(3, Map.of("a", 1.5));
    }
    assertThat(Files.readAllLines(table))
        .containsExactly("step,wall_time,tag,value", "1,1.0,a,0.5", "2,1.0,a,1.0", "3,2.0,a,1.5");
  }

  @Test
  void aTrainingThatBeginsAnewKeepsNoRowAndHasItsHeaderEvenIfThatWasCutOff() throws IOException {
    Path table = folder.resolve(ScalarLog.TABLE);
    for (String left : List.of("step,wall", "step,wall_time,tag,value\n0,1.0,a,0.5\n")) {
      Files.writeString(table, left);
      try (ScalarLog log = new ScalarLog(folder, -1, () -> 2)) {
        log.write(0, Map.of("a", 1.5));
      }
      assertThat(Files.readAllLines(table))
          .containsExactly("step,wall_time,tag,value", "0,2.0,a,1.5");
    }
  }

  @Test
  void refusesTagsThatWouldBreakTheTable() throws IOException {
    try (ScalarLog log = new ScalarLog(folder, 0, () -> 1)) {
      assertThatThrownBy(() -> log.write(1, Map.of("a,b", 1.0)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a,b");
    }
  }

  /** The messages of a file of TFRecords, checksums checked. */
  private static List<byte[]> records(byte[] bytes) {
    List<byte[]> messages = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      byte[] length = new byte[8];
      in.get(length);
      assertThat(in.getInt()).isEqualTo(EventFile.maskedCrc(length));
      byte[] message =
          new byte[(int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong()];
      in.get(message);
      assertThat(in.getInt()).isEqualTo(EventFile.maskedCrc(message));
      messages.add(message);
    }
    return messages;
  }

  private static String event(byte[] message) {
    StringBuilder text = new StringBuilder();
    ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      int key = (int) varint(in);
      switch (key) {
        case (1 << 3) | 1 -> text.append("time ").append(in.getDouble());
        case 2 << 3 -> text.append(" step ").append(varint(in));
        case (3 << 3) | 2 ->
            text.append(" version ").append(new String(field(in), StandardCharsets.UTF_8));
        case (5 << 3) | 2 -> text.append(summary(field(in)));
        case (7 << 3) | 2 -> {
          ByteBuffer session = ByteBuffer.wrap(field(in));
          assertThat(varint(session)).isEqualTo(1 << 3);
          text.append(" session ").append(varint(session));
        }
        default -> throw new AssertionError("key " + key);
      }
    }
    return text.toString();
  }

  private static String summary(byte[] message) {
    StringBuilder text = new StringBuilder();
    ByteBuffer in = ByteBuffer.wrap(message);
    while (in.hasRemaining()) {
      assertThat(varint(in)).isEqualTo((1 << 3) | 2);
      ByteBuffer value = ByteBuffer.wrap(field(in)).order(ByteOrder.LITTLE_ENDIAN);
      assertThat(varint(value)).isEqualTo((1 << 3) | 2);
      text.append(' ').append(new String(field(value), StandardCharsets.UTF_8));
      assertThat(varint(value)).isEqualTo((2 << 3) | 5);
      text.append('=').append(value.getFloat());
    }
    return text.toString();
  }

  private static byte[] field(ByteBuffer in) {
    byte[] field = new byte[(int) varint(in)];
    in.get(field);
    return field;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
