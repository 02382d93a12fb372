package org.edgetwin.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The papers of {@code docs/references.bib}, one entry on each line there. Read when asked. */
final class Bibliography {
  private static final Pattern ENTRY =
      Pattern.compile(
          "@\\w+\\{(?<key>[^,]+),.*\\bauthor=\\{(?<authors>\\{[^}]*}|[^}]*)}.*\\btitle=\\{(?<title>[^}]*)}"
              + ".*\\byear=\\{(?<year>\\d+)}.*");

  private final Map<String, Paper> paperByKey = new HashMap<>();

  /**
   * A paper.
   *
   * @param key its name in the file
   * @param authors full names, with {@code and} between them
   */
  record Paper(String key, String authors, String title, int year) {
    /** Such as {@code Gu et al. 2019}. */
    String shortForm() {
      String[] names = authors.split(" and ", -1);
      String first = lastName(names[0]);
      String who =
          switch (names.length) {
            case 1 -> first;
            case 2 ->
                names[1].equals("others") ? first + " et al." : first + ", " + lastName(names[1]);
            default -> first + " et al.";
          };
      return who + " " + year;
    }

    /** A name in braces is that of an organisation, and has no parts. */
    private static String lastName(String name) {
      if (name.startsWith("{")) {
        return name.substring(1, name.length() - 1);
      }
      return name.substring(name.lastIndexOf(' ') + 1);
    }
  }

  /** The paper of that key; nothing for an empty key. */
  Optional<Paper> find(String key) {
    if (paperByKey.isEmpty()) {
      read();
    }
    return Optional.ofNullable(paperByKey.get(key));
  }

  private void read() {
    try (InputStream in = Bibliography.class.getResourceAsStream("references.bib")) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its resource references.bib.");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher entry = ENTRY.matcher(line);
        if (entry.matches()) {
          String key = entry.group("key");
          int year = Integer.parseInt(entry.group("year"));
          paperByKey.put(key, new Paper(key, entry.group("authors"), entry.group("title"), year));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
