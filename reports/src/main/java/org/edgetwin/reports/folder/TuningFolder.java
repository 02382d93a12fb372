package org.edgetwin.reports.folder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.edgetwin.reports.tuning.Tuning;
import org.edgetwin.reports.tuning.TuningPage;

/** A tuning as a page and as data; other files of the folder stay. */
public final class TuningFolder {
  public static final String PAGE = "tuning.html";
  public static final String DATA = "tuning.json";

  /** Version of the layout. */
  private static final int FORMAT = 1;

  private TuningFolder() {}

  /** The components of a tuning as one JSON object, keys with underscores. */
  public static ObjectNode tree(Tuning tuning) {
    ObjectNode tree = Json.MAPPER.createObjectNode();
    tree.put("format", FORMAT);
    tree.setAll((ObjectNode) Json.MAPPER.valueToTree(tuning));
    return tree;
  }

  /**
   * Writes {@value #PAGE}, then {@value #DATA}.
   *
   * @throws BadRunFolderException if the folder cannot be written
   */
  public static void write(Path folder, Tuning tuning) {
    String html = new TuningPage(tuning).html();
    try (StagedFolder staged = new StagedFolder(folder)) {
      RunFolder.writeText(staged.path().resolve(PAGE), html);
      RunFolder.writeText(
          staged.path().resolve(DATA), Json.indented().writeValueAsString(tree(tuning)) + "\n");
      staged.publish(DATA, List.of());
    } catch (IOException e) {
      throw RunFolder.cannotWrite(folder, e);
    }
  }
}
