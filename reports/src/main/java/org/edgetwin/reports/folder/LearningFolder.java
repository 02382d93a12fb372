package org.edgetwin.reports.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.edgetwin.reports.learning.Evaluation;
import org.edgetwin.reports.learning.EvaluationPage;
import org.edgetwin.reports.learning.LearningCurves;
import org.edgetwin.reports.learning.LearningCurvesPage;

/** The pages about learned schedulers as files; other files of the folder stay. */
public final class LearningFolder {
  public static final String CURVES = "learning-curves.html";
  public static final String EVALUATION = "evaluation.html";
  public static final String EVALUATION_DATA = "evaluation.json";

  private LearningFolder() {}

  /**
   * Writes {@value #CURVES}.
   *
   * @throws BadRunFolderException if the folder cannot be written
   */
  public static void writeCurves(Path folder, LearningCurves curves) {
    String html = new LearningCurvesPage(curves).html();
    try (StagedFolder staged = new StagedFolder(folder)) {
      RunFolder.writeText(staged.path().resolve(CURVES), html);
      staged.publish(CURVES, List.of());
    } catch (IOException e) {
      throw RunFolder.cannotWrite(folder, e);
    }
  }

  /**
   * Writes {@value #EVALUATION}, then {@value #EVALUATION_DATA}.
   *
   * @throws BadRunFolderException if the folder cannot be written
   */
  public static void writeEvaluation(Path folder, Evaluation evaluation) {
    String html = new EvaluationPage(evaluation).html();
    try (StagedFolder staged = new StagedFolder(folder)) {
      RunFolder.writeText(staged.path().resolve(EVALUATION), html);
      RunFolder.writeText(
          staged.path().resolve(EVALUATION_DATA),
          Json.indented().writeValueAsString(EvaluationJson.tree(evaluation)) + "\n");
      staged.publish(EVALUATION_DATA, List.of());
    } catch (IOException e) {
      throw RunFolder.cannotWrite(folder, e);
    }
  }
}
