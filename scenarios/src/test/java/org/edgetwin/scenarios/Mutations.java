package org.edgetwin.scenarios;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import umontreal.ssj.rng.RandomStream;

/** Ways to spoil a scenario file. */
final class Mutations {
  private static final List<String> VALUES =
      List.of(
          "NaN",
          ".nan",
          ".inf",
          "-.inf",
          "1e999",
          "-1",
          "-0",
          "1e18",
          "99999999999999999999",
          "0x7f",
          "010",
          "1_000",
          "1,000",
          "''",
          "\"\"",
          "~",
          "null",
          "true",
          "no",
          "[]",
          "{}",
          "[[[[1]]]]",
          "{a: {b: {c: 1}}}",
          "12",
          "12 parsecs",
          "3 h h",
          "h",
          "80 GB",
          "-5 min",
          "50 %",
          "5000 %",
          "V10O",
          "A100 ",
          "fifo+nowhere",
          "easy+(",
          "las(first=x)",
          "us-est",
          "!!binary aGk=",
          "!!python/object:os.system x",
          "&a [*a]",
          "*undefined",
          "'unclosed",
          "\"\\uD800\"",
          "@at",
          "%percent",
          "`tick`",
          "? complex",
          "|\n  block",
          "2017-10-09",
          "\u00e9\u4e2d",
          "../../../../etc/passwd",
          "builtin",
          "{type: nothing}",
          "{type: fit}",
          "{type: [1]}",
          "{type: fit, trace: {file: missing.csv}}",
          "{type: lognormal, median: 1 h, sigma: -1}");

  private static final List<String> LINES =
      List.of(
          "import: [quickstart.yaml, m0.yaml, m1.yaml]",
          "import: [missing.yaml]",
          "import: {a: 1}",
          "import: [[x]]",
          "import: [\"a\\0b\"]",
          "seed: 1\nseed: 2",
          "jobs: 3",
          "fleet: []",
          "unknown_key: 1",
          "<<: {a: 1}",
          "---",
          "...",
          "run: {until: NaN}",
          "a: &x [1, 2]\nb: [*x, *x]",
          "\t- tab",
          "gpus: [{id: X, like: NOPE}]",
          "virtual_clusters: [{name: a}, {name: a}]",
          "regions: [{id: r, carbon_intensity: 0 g/kWh}]");

  private Mutations() {}

  static byte[] mutate(String original, RandomStream random) {
    String text = original;
    int times = random.nextInt(1, 3);
    for (int i = 0; i < times; i++) {
      text = mutateText(text, random);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return random.nextInt(0, 9) == 0 ? mutateBytes(bytes, random) : bytes;
  }

  private static String mutateText(String text, RandomStream random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (lines.isEmpty()) {
      return pick(VALUES, random);
    }
    int line = random.nextInt(0, lines.size() - 1);
    switch (random.nextInt(0, 9)) {
      case 0, 1, 2 -> lines.set(line, withOtherValue(lines.get(line), random));
      case 3 -> lines.remove(line);
      case 4 -> lines.add(line, pick(LINES, random));
      case 5 -> lines.set(line, "  " + lines.get(line));
      case 6 -> lines.set(line, misspelt(lines.get(line), random));
      case 7 -> lines.set(line, swapped(lines, line, random));
      case 8 ->
          lines.set(
              line,
              lines
                  .get(line)
                  .replaceFirst("\\d+", pick(VALUES, random).replace("\\", "").replace("$", "")));
      default -> lines.add(deep(random));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String withOtherValue(String line, RandomStream random) {
    int colon = line.lastIndexOf(": ");
    return colon < 0 ? pick(VALUES, random) : line.substring(0, colon + 2) + pick(VALUES, random);
  }

  private static String misspelt(String line, RandomStream random) {
    if (line.length() < 3) {
      return line;
    }
    int position = random.nextInt(0, line.length() - 2);
    char c = (char) random.nextInt('a', 'z');
    return line.substring(0, position) + c + line.substring(position + 1);
  }

  private static String swapped(List<String> lines, int line, RandomStream random) {
    int other = random.nextInt(0, lines.size() - 1);
    String text = lines.get(other);
    lines.set(other, lines.get(line));
    return text;
  }

  private static String deep(RandomStream random) {
    String open = random.nextInt(0, 1) == 0 ? "[" : "{a: ";
    return "deep: " + open.repeat(random.nextInt(1, 3000));
  }

  private static byte[] mutateBytes(byte[] bytes, RandomStream random) {
    switch (random.nextInt(0, 3)) {
      case 0 -> {
        return Arrays.copyOf(bytes, random.nextInt(0, bytes.length));
      }
      case 1 -> {
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) random.nextInt(0, 255);
        }
        return bytes;
      }
      default -> {
        for (int i = random.nextInt(1, 8); i > 0 && bytes.length > 0; i--) {
          bytes[random.nextInt(0, bytes.length - 1)] = (byte) random.nextInt(0, 255);
        }
        return bytes;
      }
    }
  }

  private static String pick(List<String> list, RandomStream random) {
    return list.get(random.nextInt(0, list.size() - 1));
  }
}
