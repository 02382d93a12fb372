package org.edgetwin.agents.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.edgetwin.agents.flat.FlatLayout;
import org.edgetwin.agents.flat.RandomPolicies;
import org.edgetwin.agents.pair.LinearRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DensePolicyFileTest {
  private static final FlatLayout LAYOUT =
      new FlatLayout(2, 1, LinearRule.shortestService(0.3), true);
  private static final DensePolicyFile WRITTEN =
      new DensePolicyFile("duet.yaml", Optional.of(LAYOUT), RandomPolicies.of(LAYOUT, 1));

  @TempDir Path folder;
  private Path file;
  private String text;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("policy.json");
    WRITTEN.write(file);
    text = Files.readString(file);
  }

  private static DensePolicyFile read(String text) {
    return DensePolicyFile.read("mine.json", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsWhatWasWritten() {
    assertThat(read(text)).usingRecursiveComparison().isEqualTo(WRITTEN);
  }

  @Test
  void equalPoliciesGiveEqualBytes() throws IOException {
    Path again = folder.resolve("again.json");
    read(text).write(again);
    assertThat(again).hasSameBinaryContentAs(file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"schemaVersion\" : 2 | \"schemaVersion\" : 0 | layout.schemaVersion is \"0\" instead of",
        "\"jobSlots\" : 2 | \"jobSlots\" : 0 | layout has 0 job slots and 1 node slots.",
        "\"nodeSlots\" : 1 | \"nodeslots\" : 1 | layout has 2 job slots and 0 node slots.",
        "\"log_age\" | \"log_edge\" | order.log_age is missing",
        "\"inputs\" : 8 | \"inputs\" : 7 | layers are not usable: 32 weights for 7 inputs",
        "\"weight\" : \" | \"weight\" : \"AAAA | layers are not usable: ",
        "\"weight\" : \" | \"weight\" : \"! | layers are not usable: ",
        "\"layers\" | \"layer\" | layers are not usable: The policy has no layer."
      })
  void namesWhatIsWrong(String from, String to, String message) {
    assertThat(text).contains(from);
    assertThatThrownBy(() -> read(sealed(text.replace(from, to))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("mine.json", message, "Maybe ");
  }

  /** The same content with a seal that fits it. */
  private String sealed(String changed) throws IOException {
    ObjectNode content = (ObjectNode) new JsonMapper().readTree(changed).path("content");
    new SealedJson("edgetwin-dense-policy", 3).write(file, content);
    return Files.readString(file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"edgetwin-dense-policy\" | \"edgetwin-policy\" | format is \"edgetwin-policy\" instead",
        "\"formatVersion\" : 3 | \"formatVersion\" : 2 | formatVersion is \"2\" instead of \"3\"",
        "\"inputs\" : 8 | \"inputs\" : 7 | The content was changed or damaged."
      })
  void namesWhatIsWrongWithTheWhole(String from, String to, String message) {
    assertThat(text).contains(from);
    assertThatThrownBy(() -> read(text.replace(from, to)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("mine.json", message, "Maybe ");
  }

  @Test
  void refusesACutFile() {
    assertThatThrownBy(() -> read(text.substring(0, text.length() / 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("mine.json is not JSON", "Maybe ");
  }

  @Test
  void refusesTheFormatBeforeLayouts() {
    assertThatThrownBy(() -> read("{\"format\": \"edgetwin-dense-policy-1\", \"layers\": []}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("format is \"edgetwin-dense-policy-1\"", "Maybe ");
  }
}
