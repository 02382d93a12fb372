package org.edgetwin.scenarios.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.scenarios.file.YamlNode.Entry;
import org.edgetwin.scenarios.file.YamlNode.Mapping;
import org.edgetwin.scenarios.file.YamlNode.Scalar;
import org.edgetwin.scenarios.file.YamlNode.Sequence;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.scenarios.issue.Location;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads one YAML document into {@link YamlNode}s. Duplicate keys are problems; anchors and aliases
 * work within bounds on depth and size, so that no file can exhaust memory.
 */
final class YamlReader {
  private static final int DEEPEST = 40;
  private static final int MOST_NODES = 200_000;
  private static final YAMLFactory FACTORY = new YAMLFactory();

  private final String shownName;
  private final Issues issues;
  private final YAMLParser parser;
  private final Map<String, YamlNode> nodeByAnchor = new HashMap<>();
  private long nodes;

  private YamlReader(String text, String shownName, Issues issues) throws IOException {
    this.shownName = shownName;
    this.issues = issues;
    parser = FACTORY.createParser(text);
  }

  /**
   * The document of a text.
   *
   * @param issues receives duplicate keys
   * @throws BadInputException if the text is not one YAML document
   */
  static YamlNode read(String text, String shownName, Issues issues) {
    try {
      return new YamlReader(text, shownName, issues).document();
    } catch (JsonProcessingException e) {
      throw e.getCause() instanceof MarkedYAMLException marked
          ? syntaxError(shownName, marked)
          : syntaxError(shownName, line(e.getLocation()), e.getOriginalMessage());
    } catch (MarkedYAMLException e) {
      throw syntaxError(shownName, e);
    } catch (YAMLException | IOException e) {
      throw syntaxError(shownName, 0, e.getMessage());
    }
  }

  private YamlNode document() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      return new Scalar(new Location(shownName, 1), "", Scalar.Type.NULL);
    }
    YamlNode root = node(token, 0, "");
    if (parser.nextToken() != null) {
      throw problem(here(), "The file holds more than one document.", "Maybe remove the '---'.");
    }
    return root;
  }

  private YamlNode node(JsonToken token, int depth, String path) throws IOException {
    Location location = here();
    if (depth > DEEPEST) {
      throw new BadInputException(
          new Issue(location, path, "", "Values are nested more than " + DEEPEST + " deep.", ""));
    }
    if (parser.isCurrentAlias()) {
      return aliased(location);
    }
    count(1, location);
    Object anchor = parser.getObjectId();
    YamlNode node =
        switch (token) {
          case START_OBJECT -> mapping(location, depth, path);
          case START_ARRAY -> sequence(location, depth, path);
          default -> new Scalar(location, parser.getText(), type(token));
        };
    if (anchor != null) {
      nodeByAnchor.put(anchor.toString(), node);
    }
    return node;
  }

  private YamlNode aliased(Location location) throws IOException {
    YamlNode node = nodeByAnchor.get(parser.getText());
    if (node == null) {
      throw problem(
          location, "There is no anchor &" + parser.getText() + " before this alias.", "");
    }
    count(node.size(), location);
    return node;
  }

  private void count(int more, Location location) {
    nodes += more;
    if (nodes > MOST_NODES) {
      throw problem(
          location,
          "The file holds more than " + MOST_NODES + " values, aliases counted in full.",
          "Maybe use `count` for equal nodes.");
    }
  }

  private Mapping mapping(Location location, int depth, String path) throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Location keyLocation = here();
      String key = parser.currentName();
      YamlNode value = node(parser.nextToken(), depth + 1, DottedPath.key(path, key));
      Entry earlier = entries.putIfAbsent(key, new Entry(keyLocation, value));
      if (earlier != null) {
        issues.add(
            keyLocation,
            DottedPath.key(path, key),
            "",
            "The key stands twice; first in line " + earlier.keyLocation().line() + ".",
            "Maybe remove one.");
      }
    }
    return Mapping.of(location, entries);
  }

  private Sequence sequence(Location location, int depth, String path) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      items.add(node(token, depth + 1, DottedPath.item(path, items.size())));
    }
    return Sequence.of(location, items);
  }

  private static Scalar.Type type(JsonToken token) {
    return switch (token) {
      case VALUE_NULL -> Scalar.Type.NULL;
      case VALUE_TRUE, VALUE_FALSE -> Scalar.Type.BOOLEAN;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Scalar.Type.NUMBER;
      default -> Scalar.Type.TEXT;
    };
  }

  private Location here() {
    return new Location(shownName, line(parser.currentTokenLocation()));
  }

  private static int line(@Nullable JsonLocation location) {
    return location == null ? 0 : Math.max(0, location.getLineNr());
  }

  private static BadInputException problem(Location location, String message, String hint) {
    return new BadInputException(new Issue(location, "", "", message, hint));
  }

  private static BadInputException syntaxError(String shownName, MarkedYAMLException e) {
    int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
    return syntaxError(shownName, line, e.getProblem());
  }

  private static BadInputException syntaxError(
      String shownName, int line, @Nullable String message) {
    String first = message == null ? "" : message.lines().findFirst().orElse("");
    return problem(
        new Location(shownName, line),
        "This is not YAML: " + first + ".",
        "Maybe check indentation and quotes.");
  }
}
