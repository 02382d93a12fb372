package org.edgetwin.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.cli.simulate.StudyRequest;
import org.edgetwin.cli.simulate.StudyRequest.AxisRequest;
import org.edgetwin.cli.simulate.StudyRequest.Precise;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.scenarios.names.Schedulers;
import org.edgetwin.sim.experiment.PolicyGrid;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to compare, along what, and how precisely. */
final class StudyOptions {
  private static final int LEAST_FIRST_BATCH = 10;
  private static final double PERCENT = 100;

  @Option(
      names = "--schedulers",
      paramLabel = "A,B,...",
      converter = SchedulerNames.Converter.class,
      description = "Schedulers to compare. See edgetwin schedulers.")
  private @Nullable SchedulerNames schedulers;

  @Option(
      names = "--orderings",
      paramLabel = "A,B,...",
      converter = SchedulerNames.Converter.class,
      description =
          "Orderings, each with every one of --placements. Default with --placements alone: fifo.")
  private @Nullable SchedulerNames orderings;

  @Option(
      names = "--placements",
      paramLabel = "X,Y,...",
      converter = SchedulerNames.Converter.class,
      description =
          "Placements, each with every one of --orderings. Default with --orderings alone:"
              + " first-fit.")
  private @Nullable SchedulerNames placements;

  @Option(
      names = "--noise",
      paramLabel = "S,T,...",
      description =
          "Compare at these errors of estimates, too: jobs[*].estimate_sigma, the standard deviation"
              + " of their logarithm.")
  private @Nullable String noise;

  @Option(
      names = "--restart",
      paramLabel = "S,T,...",
      description =
          "Compare at these costs of a restart, too: jobs[*].recovery.restart, such as '0 s,60 s'.")
  private @Nullable String restart;

  @Option(
      names = "--vary",
      paramLabel = "PATH=V,W,...",
      description =
          "Compare at these values of a key of the scenario, too, such as"
              + " jobs[0].trace.windows.load=0.7,0.9; jobs[*] is every source. May be given many"
              + " times: one axis each.")
  private List<String> varied = new ArrayList<>();

  @Option(
      names = "--until-precise",
      paramLabel = "SHARE",
      description =
          "Go on until every paired difference is known to within this share of the smaller mean,"
              + " such as 5%%. Begins with --replications, by default 20.")
  private @Nullable String untilPrecise;

  @Option(
      names = "--precise-in",
      paramLabel = "METRIC",
      description = "Metric of --until-precise. Default: jct_mean_s.")
  private @Nullable String preciseIn;

  @Option(
      names = "--most-replications",
      paramLabel = "N",
      description = "Stop --until-precise here at the latest. Default: 200.")
  private @Nullable Integer mostReplications;

  /** All schedulers to run: the grid row by row, then those beside it. */
  List<String> schedulers() {
    Set<String> names = new LinkedHashSet<>();
    PolicyGrid grid = grid();
    if (grid != null) {
      names.addAll(grid.schedulers());
    }
    names.addAll(beside());
    if (names.isEmpty()) {
      Issues issues = new Issues();
      issues.add(
          new Issue(
              "--schedulers",
              0,
              "",
              "",
              "There is nothing to compare.",
              "Maybe --schedulers fifo,sjf, or --orderings fifo,sjf --placements"
                  + " first-fit,best-fit."));
      issues.throwIfAny();
    }
    return List.copyOf(names);
  }

  private List<String> beside() {
    return schedulers == null ? List.of() : schedulers.names();
  }

  private @Nullable PolicyGrid grid() {
    if (orderings == null && placements == null) {
      return null;
    }
    return new PolicyGrid(
        orderings == null ? List.of("fifo") : orderings.names(),
        placements == null ? List.of(SchedulerCatalog.DEFAULT_PLACEMENT) : placements.names());
  }

  /**
   * What is asked for beyond schedulers side by side.
   *
   * @throws org.edgetwin.scenarios.issue.BadInputException if options do not make sense
   */
  StudyRequest request(@Nullable Integer replications) {
    Issues issues = new Issues();
    List<AxisRequest> axes = new ArrayList<>();
    if (noise != null) {
      axes.add(axis("--noise", "error of estimates", "jobs[*].estimate_sigma", noise, issues));
      requireEstimates(issues);
    }
    if (restart != null) {
      axes.add(axis("--restart", "cost of a restart", "jobs[*].recovery.restart", restart, issues));
    }
    for (String text : varied) {
      int equals = text.indexOf('=');
      if (equals <= 0) {
        issues.add(
            new Issue(
                "--vary",
                0,
                "",
                text,
                "This is not path=value,value.",
                "Maybe jobs[0].trace.stretch=0.5,1,2."));
      } else {
        String key = text.substring(0, equals).strip();
        axes.add(axis("--vary", key, key, text.substring(equals + 1), issues));
      }
    }
    Precise precise = precise(replications, issues);
    issues.throwIfAny();
    return new StudyRequest(grid(), beside(), axes, precise);
  }

  private static AxisRequest axis(
      String option, String name, String key, String values, Issues issues) {
    List<String> list = Commas.split(values);
    if (list.size() < 2 || list.contains("") || new LinkedHashSet<>(list).size() < list.size()) {
      issues.add(
          new Issue(
              option,
              0,
              "",
              values,
              "An axis needs two values or more, none twice and none empty.",
              "Maybe separate them by commas: 0.3,0.7."));
    }
    return new AxisRequest(option, name, key, list);
  }

  private void requireEstimates(Issues issues) {
    boolean any =
        schedulers().stream()
            .filter(name -> Schedulers.problem(name).isEmpty())
            .anyMatch(name -> Schedulers.knowledge(name).duration() == DurationKnowledge.NOISY);
    boolean known = schedulers().stream().allMatch(name -> Schedulers.problem(name).isEmpty());
    if (known && !any) {
      issues.add(
          new Issue(
              "--noise",
              0,
              "",
              String.valueOf(noise),
              "None of the schedulers goes by estimates, so their error changes nothing.",
              "Maybe sjf(durations=noisy)."));
    }
  }

  private @Nullable Precise precise(@Nullable Integer replications, Issues issues) {
    if (untilPrecise == null) {
      for (String option :
          preciseIn != null
              ? List.of("--precise-in")
              : mostReplications != null ? List.of("--most-replications") : List.<String>of()) {
        issues.add(
            new Issue(
                option,
                0,
                "",
                "",
                "There is nothing to be precise in.",
                "Maybe --until-precise 5%."));
      }
      return null;
    }
    double share = share(untilPrecise);
    if (!(share > 0 && share < 1)) {
      issues.add(
          new Issue(
              "--until-precise",
              0,
              "",
              untilPrecise,
              "This is not a share between 0 and 1.",
              "Maybe 5%."));
    }
    int most = mostReplications == null ? 200 : mostReplications;
    PositiveNumber.require("--most-replications", mostReplications, issues);
    if (replications != null && (replications < LEAST_FIRST_BATCH || replications > most)) {
      issues.add(
          new Issue(
              "--replications",
              0,
              "",
              replications.toString(),
              "With --until-precise this is where it begins: "
                  + LEAST_FIRST_BATCH
                  + " or more, so that the spread is known, and at most "
                  + most
                  + ".",
              "Maybe leave it out."));
    }
    String key = preciseIn == null ? Metric.JCT_MEAN_S.key() : preciseIn;
    Metric metric =
        Metric.find(key)
            .filter(found -> found.deterministic() && found.better() != Metric.Better.NEITHER)
            .orElse(null);
    if (metric == null) {
      issues.add(
          new Issue(
              "--precise-in",
              0,
              "",
              key,
              "There is no metric of that name that schedulers are compared in.",
              "Maybe jct_mean_s, wait_mean_s or bounded_slowdown_mean."));
      return null;
    }
    return new Precise(metric, share, most);
  }

  private static double share(String text) {
    String number = text.strip();
    boolean percent = number.endsWith("%");
    try {
      double value =
          Double.parseDouble(percent ? number.substring(0, number.length() - 1).strip() : number);
      return percent ? value / PERCENT : value;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
