package org.edgetwin.reports.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** Why a job fared as it did, in words. */
public record ExplanationText(String scenario, String scheduler, Explanation explanation) {
  private static final int MOST_NAMES = 4;

  /**
   * One decision.
   *
   * @param sentence when it was and what it did
   * @param facts what it was judged by and what there was
   * @param alternatives what would have come of other choices
   * @param remark why there are none; empty if there is nothing to say
   */
  public record Told(String sentence, List<Grid> facts, List<Grid> alternatives, String remark) {}

  /** Whose job it is and what kind. */
  public String title() {
    JobRecord job = explanation.job();
    return scenario
        + ", "
        + scheduler
        + ": job "
        + job.name()
        + ", "
        + Quantity.count(job.gpus(), "GPU")
        + ", "
        + job.state().name().toLowerCase(Locale.ROOT);
  }

  /** What became of it. */
  public String fate() {
    JobRecord job = explanation.job();
    return "Submitted at "
        + Duration.of(job.submitTime())
        + (Double.isNaN(job.firstStartTime())
            ? ", never started"
            : ", waited " + Duration.of(job.waitSeconds()))
        + (Double.isNaN(job.jctSeconds())
            ? "."
            : ", done after " + Duration.of(job.jctSeconds()) + ".");
  }

  /** How many decisions there were and are told, and what is left out: a sentence each. */
  public List<String> extent() {
    List<String> sentences = new ArrayList<>();
    int told = explanation.decisions().size();
    sentences.add(
        told == explanation.decisionCount()
            ? Quantity.count(told, "decision") + "."
            : Quantity.count(explanation.decisionCount(), "decision")
                + "; told are "
                + told
                + " at which something changed (see --limit).");
    return sentences;
  }

  /** The decisions, in order of time. */
  public List<Told> decisions() {
    return explanation.decisions().stream().map(ExplanationText::told).toList();
  }

  private static Told told(JobDecision decision) {
    List<Grid> facts = new ArrayList<>();
    if (!decision.terms().isEmpty()) {
      facts.add(terms(decision.terms()));
    }
    if (!decision.rooms().isEmpty()) {
      facts.add(rooms(decision.rooms()));
    }
    return new Told(
        "At " + Duration.of(decision.time()) + ": " + deed(decision),
        facts,
        decision.alternatives().stream().map(ExplanationText::alternative).toList(),
        decision.alternatives().isEmpty() && decision.deed() == Deed.STARTED
            ? "No other choice: no other place, and nobody else to start."
            : "");
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
      case MOVED ->
          (decision.place().equals(decision.from())
                  ? "stopped and started again with "
                  : "moved from " + decision.from() + " to ")
              + decision.place()
              + others
              + ".";
      case RESIZED -> "resized from " + decision.from() + " to " + decision.place() + others + ".";
      case PREEMPTED -> "preempted, from " + decision.from() + others + ".";
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

  private static Grid terms(List<ScoreTerm> terms) {
    Grid grid = new Grid("What it was judged by").text("judged").text("by").number("value");
    for (ScoreTerm term : terms) {
      grid.row(term.subject(), term.name(), Quantity.of(term.value()));
    }
    return grid;
  }

  private static Grid rooms(List<Room> rooms) {
    Grid grid =
        new Grid("What there was for it")
            .text("GPUs")
            .number("free")
            .number("nodes up")
            .number("USD/h")
            .number("predicted")
            .text("start now?");
    for (Room room : rooms) {
      Obstacle obstacle = room.obstacle();
      grid.row(
          room.name(),
          Integer.toString(room.freeGpus()),
          Integer.toString(room.nodes()),
          Quantity.of(room.usdPerGpuHour()),
          Duration.of(room.durationSeconds()),
          obstacle == null ? "yes" : "no: " + obstacle.words());
    }
    return grid;
  }

  private static Grid alternative(Alternative choice) {
    Effect effect = choice.effect();
    Grid grid =
        new Grid(
                "Instead, "
                    + choice.kind().words()
                    + (choice.place().isEmpty() ? "" : ": " + choice.place())
                    + (choice.started().isEmpty()
                        ? ""
                        : " (starts " + names(choice.started()) + ")"))
            .text("JCT")
            .number("as it was")
            .number("instead")
            .number("change");
    row(grid, effect.job());
    grid.row(
        "mean of all jobs",
        Duration.of(effect.meanJctSeconds()),
        Duration.of(effect.otherMeanJctSeconds()),
        signed(effect.otherMeanJctSeconds() - effect.meanJctSeconds()));
    effect.others().forEach(change -> row(grid, change));
    return grid;
  }

  private static void row(Grid grid, Effect.Change change) {
    grid.row(
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
}
