package org.edgetwin.cli.train;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.edgetwin.agents.env.Episodes;
import org.edgetwin.agents.file.PolicyCard;
import org.edgetwin.agents.file.PolicyFile;
import org.edgetwin.agents.file.RuleFile;
import org.edgetwin.agents.log.ScalarLog;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.study.NothingToLearnException;
import org.edgetwin.agents.study.Study;
import org.edgetwin.agents.study.StudyListener;
import org.edgetwin.agents.study.StudyPlan;
import org.edgetwin.agents.study.StudyResult;
import org.edgetwin.cli.terminal.RunProgress;
import org.edgetwin.scenarios.file.ScenarioWriter;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.scenarios.training.Training;
import org.edgetwin.scenarios.training.TrainingFiles;
import org.jspecify.annotations.Nullable;

/** Carries out a training file, or what is left to do of it. */
public final class TrainingWork {
  private static final double MILLIS_PER_SECOND = 1e3;

  private final Path file;
  private final Training training;
  private final Path folder;

  /**
   * Reads the file.
   *
   * @param overrides {@code path=value}
   * @param out where to leave what comes of it; null for {@code runs/train-NAME}
   */
  public TrainingWork(Path file, List<String> overrides, @Nullable Path out) {
    this.file = file;
    training = TrainingFiles.load(file, overrides);
    folder = out == null ? Path.of("runs", "train-" + training.name()) : out;
  }

  /**
   * What came of it.
   *
   * @param name of the policy
   * @param result the study's
   * @param policy where the policy is, if there is one
   * @param rule where the rule is, likewise
   * @param curves where the page of curves is
   */
  public record Outcome(String name, StudyResult result, Path policy, Path rule, Path curves) {
    /** All of it for scripts. */
    public ObjectNode json() {
      ObjectNode tree =
          JsonNodeFactory.instance
              .objectNode()
              .put("name", name)
              .put("finished", result.finished())
              .put("updates", result.updates())
              .put("decisions", result.decisions())
              .put("curves", curves.toString());
      result
          .found()
          .ifPresent(
              found ->
                  tree.put("rule_validation_ratio", found.ruleRatio())
                      .put("policy_validation_ratio", found.policyRatio())
                      .put("fell_back_to_rule", found.fellBack())
                      .put("policy", policy.toString())
                      .put("rule", rule.toString()));
      return tree;
    }
  }

  /**
   * Trains.
   *
   * @param threads how many episodes are played at a time
   * @param progress hears how far it is
   * @param stop asked now and then
   */
  public Outcome execute(int threads, RunProgress progress, BooleanSupplier stop)
      throws IOException {
    progress.stage("reading " + file);
    // All that can be wrong with the input shows before anything is written.
    StudyPlan plan = Plans.plan(training, Plans.start(file, training));
    List<Scenario> toLearn = Plans.scenarios(file, training, training.training());
    List<Scenario> toChoose = Plans.scenarios(file, training, training.validation());
    Episodes lessons = Plans.episodes(toLearn, training.training());
    Episodes looks = Plans.episodes(toChoose, training.validation());
    try (TrainingFolder place = TrainingFolder.open(folder, settings(toLearn, toChoose));
        ScalarLog log =
            new ScalarLog(
                folder, place.decisions(), () -> System.currentTimeMillis() / MILLIS_PER_SECOND)) {
      Study study = new Study(plan, lessons, looks, place.checkpoint(), listener(progress, log));
      StudyResult result = study.run(threads, stop);
      if (result.found().isPresent()) {
        write(place, result, result.found().get());
      }
      place.writeCurves(training.name());
      return new Outcome(training.name(), result, place.policy(), place.rule(), place.curves());
    } catch (NothingToLearnException e) {
      throw new BadInputException(
          new Issue(
              file.toString(),
              0,
              "training",
              "",
              String.valueOf(e.getMessage()),
              "Maybe more jobs in a window, more learning.windows, or a lower"
                  + " agents.order_sharpness and agents.place_sharpness."));
    }
  }

  /**
   * A training goes on only where its own settings and what it draws episodes from are the same.
   */
  private String settings(List<Scenario> toLearn, List<Scenario> toChoose) {
    return training
        + "\n"
        + Stream.of(toLearn, toChoose)
            .flatMap(List::stream)
            .map(ScenarioWriter::write)
            .collect(Collectors.joining("\n"));
  }

  private StudyListener listener(RunProgress progress, ScalarLog log) {
    return new StudyListener() {
      @Override
      public void progress(String stage, long done, long total) {
        progress.show(
            (double) done / total, String.format(Locale.ROOT, "%s: %d of %d", stage, done, total));
      }

      @Override
      public void scalars(long step, Map<String, Double> values) {
        try {
          log.write(step, values);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private void write(TrainingFolder place, StudyResult result, StudyResult.Found found)
      throws IOException {
    Training.Agents agents = training.agents();
    new RuleFile(origin(), found.rule(), agents.preempt()).write(place.rule());
    Map<String, String> notes = new TreeMap<>();
    notes.put("description", training.description());
    notes.put("seed", Long.toString(training.seed()));
    notes.put("agents", training.agents().toString());
    notes.put("search", training.search().toString());
    notes.put("exploration", training.exploration().toString());
    notes.put("learning", training.learning().toString());
    notes.put("updates made", Long.toString(result.updates()));
    notes.put("decisions made", Long.toString(result.decisions()));
    notes.put("validation, rule against reference", ratio(found.ruleRatio()));
    notes.put("validation, policy against reference", ratio(found.policyRatio()));
    notes.put("fell back to the rule", Boolean.toString(found.fellBack()));
    LinearRule sharpened = found.rule().sharpened(agents.orderSharpness(), agents.placeSharpness());
    new PolicyFile(
            new PolicyCard(
                training.name(),
                training.training().data(),
                training.validation().data(),
                training.test().data(),
                notes),
            sharpened,
            Plans.knowledge(agents.belief()),
            agents.preempt(),
            found.policy())
        .write(place.policy());
  }

  private String origin() {
    String start = training.search().start();
    String from = start == null ? "shortest service first" : start;
    return training.search().generations() == 0
        ? "Not searched for: " + from
        : String.format(
            Locale.ROOT,
            "Found by a search of seed %d from %s, on %s",
            training.seed(),
            from,
            training.training().data());
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
