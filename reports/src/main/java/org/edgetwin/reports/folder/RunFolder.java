package org.edgetwin.reports.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.Study;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.page.ReportPage;
import org.edgetwin.sim.metrics.Attempt;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.ServiceResult;
import org.edgetwin.sim.metrics.TimeSeries;

/**
 * The files that a run leaves behind: the report, and the data it was made of in forms that other
 * programs read. {@code docs/report.md} describes each.
 */
public final class RunFolder {
  public static final String REPORT = "report.html";
  public static final String SUMMARY = "summary.json";
  public static final String JOBS = "jobs.csv";
  public static final String SERIES = "timeseries.csv";
  public static final String ATTEMPTS = "attempts.csv";
  public static final String OPERATORS = "operators.csv";
  public static final String DEMAND = "demand.csv";
  public static final String SCENARIO = "scenario.resolved.yaml";
  public static final String TIMELINE = "timeline.json";

  /** Folder of the pages about single jobs. */
  public static final String EXPLAINED = "explained";

  /** Folder of the charts as images. */
  public static final String CHARTS = "charts";

  private static final String HTML = ".html";

  private static final List<String> OPTIONAL =
      List.of(
          ATTEMPTS,
          OPERATORS,
          DEMAND,
          TIMELINE,
          CHARTS,
          EXPLAINED,
          StudyCsv.MATRIX,
          StudyCsv.AXES,
          ServiceFiles.REQUESTS,
          ServiceFiles.REPLICAS);

  /** What may be written beside the standard files. */
  public enum Extra {
    /** A timeline for trace viewers; needs kept attempts. */
    TIMELINE,
    /** Every chart as a PNG image. */
    IMAGES
  }

  private RunFolder() {}

  /**
   * Writes all files, then moves them in place at once.
   *
   * @param folder may exist; files of an earlier run are replaced, files of other names stay
   * @throws BadRunFolderException if the folder cannot be written
   */
  public static void write(Path folder, ReportContent content, Set<Extra> extras) {
    try (StagedFolder staged = new StagedFolder(folder)) {
      Path path = staged.path();
      writeData(path, content);
      ReportPage page = new ReportPage(content);
      writeText(path.resolve(REPORT), page.html());
      writeExtras(path, content, page, extras);
      staged.publish(SUMMARY, OPTIONAL);
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  /** Writes the report again from the other files. */
  public static void rebuildReport(Path folder) {
    try (StagedFolder staged = new StagedFolder(folder)) {
      rebuildReport(folder, staged, explained(folder));
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  /**
   * Adds a page about one job, and a link to it to the report.
   *
   * @param name what the file is called, without its ending; a page of that name is replaced
   * @return the file
   * @throws BadRunFolderException if the folder is no run folder or cannot be written
   */
  public static Path addExplanation(Path folder, String name, String html) {
    try (StagedFolder staged = new StagedFolder(folder)) {
      Path pages = Files.createDirectory(staged.path().resolve(EXPLAINED));
      writeText(pages.resolve(name + HTML), html);
      TreeSet<String> names = new TreeSet<>(explained(folder));
      names.add(name);
      rebuildReport(folder, staged, List.copyOf(names));
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
    return folder.resolve(EXPLAINED).resolve(name + HTML);
  }

  private static void rebuildReport(Path folder, StagedFolder staged, List<String> explained)
      throws IOException {
    writeText(staged.path().resolve(REPORT), new ReportPage(read(folder), explained).html());
    staged.publish(SUMMARY, List.of());
  }

  /** Names of the pages about single jobs. */
  private static List<String> explained(Path folder) throws IOException {
    Path pages = folder.resolve(EXPLAINED);
    if (!Files.isDirectory(pages)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(pages)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(HTML))
          .map(name -> name.substring(0, name.length() - HTML.length()))
          .sorted()
          .toList();
    }
  }

  /**
   * Reads the data of a report.
   *
   * @throws BadRunFolderException if a file is missing or wrong
   */
  public static ReportContent read(Path folder) {
    SummaryReader summary = new SummaryReader(folder.resolve(SUMMARY));
    return new ReportContent(
        summary.text("scenario"),
        summary.has("schedulers"),
        summary.number("seed"),
        (int) summary.number("replications"),
        summary.text("replication_method"),
        summary.flag("partial"),
        summary.metrics("headlines"),
        schedulers(folder, summary),
        summary.pairs(),
        summary.bounds(),
        summary.value("info", InfoFields.class).info(readText(folder.resolve(SCENARIO))),
        summary.has(SummaryJson.STUDY)
            ? summary.value(SummaryJson.STUDY, Study.class)
            : Study.NONE);
  }

  private static List<SchedulerReport> schedulers(Path folder, SummaryReader summary) {
    Map<String, RecordsFields> records = summary.records();
    Map<String, List<JobRecord>> jobs = JobsCsv.read(folder.resolve(JOBS), records);
    Map<String, TimeSeries> series = SeriesCsv.read(folder.resolve(SERIES), records);
    Map<String, List<Attempt>> attempts =
        Files.exists(folder.resolve(ATTEMPTS))
            ? AttemptsCsv.read(folder.resolve(ATTEMPTS), records)
            : Map.of();
    Map<String, List<ServiceResult>> services = ServiceFiles.read(folder, summary, records);
    List<SchedulerReport> schedulers = new ArrayList<>();
    records.forEach(
        (name, fields) ->
            schedulers.add(
                new SchedulerReport(
                    name,
                    fields.knowledge(),
                    summary.estimates(name),
                    summary.services(name),
                    new RunRecords(
                        jobs.get(name),
                        attempts.getOrDefault(name, List.of()),
                        fields.nodeGroups(),
                        series.get(name),
                        fields.virtualClusters(),
                        fields.endS(),
                        summary.accounts(name),
                        services.getOrDefault(name, List.of()),
                        summary.demandCurve(name)))));
    return schedulers;
  }

  private static void writeData(Path path, ReportContent content) throws IOException {
    JobsCsv.write(path.resolve(JOBS), content.schedulers());
    SeriesCsv.write(path.resolve(SERIES), content.schedulers());
    if (hasAttempts(content)) {
      AttemptsCsv.write(path.resolve(ATTEMPTS), content.schedulers());
    }
    if (OperatorsCsv.isNeeded(content.schedulers())) {
      OperatorsCsv.write(path.resolve(OPERATORS), content.schedulers());
    }
    if (DemandCsv.isNeeded(content.schedulers())) {
      DemandCsv.write(path.resolve(DEMAND), content.schedulers());
    }
    ServiceFiles.write(path, content.schedulers());
    StudyCsv.write(path, content);
    writeText(path.resolve(SCENARIO), content.info().resolvedScenario());
    writeText(
        path.resolve(SUMMARY),
        Json.indented().writeValueAsString(SummaryJson.file(content)) + "\n");
  }

  private static void writeExtras(
      Path path, ReportContent content, ReportPage page, Set<Extra> extras) throws IOException {
    if (extras.contains(Extra.TIMELINE) && hasAttempts(content)) {
      ChromeTrace.write(path.resolve(TIMELINE), content.schedulers());
    }
    if (extras.contains(Extra.IMAGES)) {
      Files.createDirectory(path.resolve(CHARTS));
      for (Chart chart : page.charts()) {
        Files.write(path.resolve(CHARTS).resolve(chart.id() + ".png"), chart.png());
      }
    }
  }

  private static boolean hasAttempts(ReportContent content) {
    return content.schedulers().stream().anyMatch(s -> !s.firstRun().attempts().isEmpty());
  }

  static void writeText(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String readText(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new BadRunFolderException(file + ": it is not a text: " + e.getMessage());
    }
  }

  static BadRunFolderException cannotWrite(Path folder, IOException cause) {
    return new BadRunFolderException(
        folder + ": cannot be written: " + cause + ". Maybe choose another folder.");
  }
}
