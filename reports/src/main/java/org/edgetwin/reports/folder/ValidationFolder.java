package org.edgetwin.reports.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.edgetwin.reports.validation.ValidationPage;
import org.edgetwin.sim.validation.CheckedModel;

/** Models against measurements as files; other files of the folder stay. */
public final class ValidationFolder {
  public static final String PAGE = "models.html";
  public static final String DATA = "models.json";

  private ValidationFolder() {}

  /**
   * Writes {@value #PAGE}, then {@value #DATA}, which has every comparison.
   *
   * @throws BadRunFolderException if the folder cannot be written
   */
  public static void write(Path folder, List<CheckedModel> models) {
    String html = new ValidationPage(models).html();
    try (StagedFolder staged = new StagedFolder(folder)) {
      RunFolder.writeText(staged.path().resolve(PAGE), html);
      RunFolder.writeText(
          staged.path().resolve(DATA),
          Json.indented().writeValueAsString(ValidationJson.full(models)) + "\n");
      staged.publish(DATA, List.of());
    } catch (IOException e) {
      throw RunFolder.cannotWrite(folder, e);
    }
  }
}
