package org.edgetwin.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.edgetwin.cli.terminal.TextTable;
import org.edgetwin.reports.text.Duration;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.explain.Alternative;
import org.edgetwin.sim.explain.Deed;
import org.edgetwin.sim.explain.Effect;
import org.edgetwin.sim.explain.Explanation;
import org.edgetwin.sim.explain.JobDecision;
import org.edgetwin.sim.explain.Obstacle;
import org.edgetwin.sim.explain.Room;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.scheduling.ScoreTerm;

/** Why a job fared as it did, for a terminal. */
public final class ExplanationLines {
  private static final int MOST_NAMES = 4;

  private final List<String> lines = new ArrayList<>();

  private ExplanationLines() {}

  /** The lines. */
  public static List<String> of(ExplainedRun run, Explanation explanation) {
    ExplanationLines text = new ExplanationLines();
    text.head(run, explanation);
    int number = 0;
    for (JobDecision decision : explanation.decisions()) {
      number++;
      text.decision(number, decision);
    }
    return text.lines;
  }

  private void head(ExplainedRun run, Explanation explanation) {
    JobRecord job = explanation.job();
    lines.add(
        run.scenario()
            + ", "
            + run.scheduler()
            + ": job "
            + job.name()
            + ", "
            + Quantity.count(job.gpus(), "GPU")
            + ", "
            + job.state().name().toLowerCase(Locale.ROOT));
    lines.add(
        "Submitted at "
            + Duration.of(job.submitTime())
            + (Double.isNaN(job.firstStartTime())
                ? ", never started"
                : ", waited " + Duration.of(job.waitSeconds()))
            + (Double.isNaN(job.jctSeconds())
                ? "."
                : ", done after " + Duration.of(job.jctSeconds()) + "."));
    int told = explanation.decisions().size();
    lines.add(
        told == explanation.decisionCount()
            ? Quantity.count(told, "decision") + "."
            : Quantity.count(explanation.decisionCount(), "decision")
                + "; told are "
                + told
                + " at which something changed (see --limit).");
    if (!run.forks()) {
      lines.add("Decisions take time here, so other choices are not run.");
    }
  }

  private void decision(int number, JobDecision decision) {
    lines.add("");
    lines.add(number + ". At " + Duration.of(decision.time()) + ": " + deed(decision));
    if (!decision.terms().isEmpty()) {
      TextTable table = new TextTable().text("judged").text("by").number("value");
      for (ScoreTerm term : decision.terms()) {
        table.row(term.subject(), term.name(), Quantity.of(term.value()));
      }
      indented(table);
    }
    if (!decision.rooms().isEmpty()) {
      indented(rooms(decision.rooms()));
    }
    if (decision.alternatives().isEmpty() && decision.deed() == Deed.STARTED) {
      lines.add("   No other choice: no other place, and nobody else to start.");
    }
    decision.alternatives().forEach(this::alternative);
  }

  private static String deed(JobDecision decision) {
    String others =
        decision.started().isEmpty() ? "" : "; also started: " + names(decision.started());
    return switch (decision.deed()) {
      case STARTED ->
          "started with "
              + decision.place()
              + ", out of "
              + Quantity.count(decision.queued(), "job")
              + " in the queue"
              + others
              + ".";
      case MOVED -> "moved to " + decision.place() + others + ".";
      case RESIZED -> "now with " + decision.place() + others + ".";
      case PREEMPTED -> "preempted" + others + ".";
      case CANCELLED -> "cancelled.";
      case KEPT -> "left running.";
      case WAITED -> "left waiting: " + reason(decision) + others + ".";
    };
  }

  private static String reason(JobDecision decision) {
    if (!decision.fitBefore()) {
      return "it fits nowhere";
    }
    return decision.fitAfter()
        ? "it would fit, but the scheduler holds it back"
        : "others got what it would fit on";
  }

  private static TextTable rooms(List<Room> rooms) {
    TextTable table =
        new TextTable()
            .text("GPUs")
            .number("free")
            .number("nodes up")
            .number("USD/h")
            .number("predicted")
            .text("start now?");
    for (Room room : rooms) {
      Obstacle obstacle = room.obstacle();
      table.row(
          room.name(),
          Integer.toString(room.freeGpus()),
          Integer.toString(room.nodes()),
          Quantity.of(room.usdPerGpuHour()),
          Duration.of(room.durationSeconds()),
          obstacle == null ? "yes" : "no: " + obstacle.words());
    }
    return table;
  }

  private void alternative(Alternative choice) {
    lines.add(
        "   Instead, "
            + choice.kind().words()
            + (choice.place().isEmpty() ? "" : ": " + choice.place())
            + (choice.started().isEmpty() ? "" : " (starts " + names(choice.started()) + ")"));
    Effect effect = choice.effect();
    TextTable table =
        new TextTable().text("JCT").number("as it was").number("instead").number("change");
    row(table, effect.job());
    table.row(
        "mean of all jobs",
        Duration.of(effect.meanJctSeconds()),
        Duration.of(effect.otherMeanJctSeconds()),
        signed(effect.otherMeanJctSeconds() - effect.meanJctSeconds()));
    effect.others().forEach(change -> row(table, change));
    indented(table);
  }

  private static void row(TextTable table, Effect.Change change) {
    table.row(
        change.job(),
        Duration.of(change.jctSeconds()),
        Duration.of(change.otherJctSeconds()),
        signed(change.seconds()));
  }

  private static String signed(double seconds) {
    return seconds > 0 ? "+" + Duration.of(seconds) : Duration.of(seconds);
  }

  private static String names(List<String> names) {
    return names.size() <= MOST_NAMES
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_NAMES))
            + " and "
            + (names.size() - MOST_NAMES)
            + " more";
  }

  private void indented(TextTable table) {
    table.lines().forEach(line -> lines.add("     " + line));
  }
}
