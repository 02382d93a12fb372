package org.edgetwin.cli.command;

import java.util.ArrayList;
import java.util.List;

/** Lists in one word of the command line. */
final class Commas {
  private Commas() {}

  /** The parts between commas; those in parentheses, brackets and braces do not part. */
  static List<String> split(String word) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        depth--;
      } else if (c == ',' && depth <= 0) {
        parts.add(word.substring(begin, i).strip());
        begin = i + 1;
      }
    }
    parts.add(word.substring(begin).strip());
    return parts;
  }
}
