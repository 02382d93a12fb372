package org.edgetwin.agents.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.edgetwin.agents.env.Crew;
import org.edgetwin.agents.env.Episodes;
import org.edgetwin.agents.file.Checkpoint;
import org.edgetwin.agents.net.Policy;
import org.edgetwin.agents.net.ScorerNetwork;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.rollout.Rollout;

/**
 * A training: a search for a rule, then networks that learn to add to it. What is best on the
 * validation episodes is kept: if the rule that was found is not better than the one to start from,
 * that one is; if no network is better than the rule, the rule is.
 *
 * <p>Everything is saved after each generation and each update, so a training that was stopped goes
 * on from there and ends as if it had not been. The result does not depend on the number of
 * threads.
 */
public final class Study {
  private static final String RULE = "study.rule";
  private static final String FIRST = "study.first";
  private static final String BEST = "study.best";
  private static final String RATIOS = "study.ratios";
  private static final String DECISIONS = "study.decisions";

  /** After a learner's name. */
  private static final String WORSE_LOOKS = ".worseLooks";

  private final StudyPlan plan;
  private final Episodes training;
  private final Episodes validation;
  private final Path checkpointFile;
  private final StudyListener listener;

  /** The best so far. */
  private double ruleRatio;

  private double bestRatio;

  /** Looks since the present learner last became better. */
  private long worseLooks;

  /**
   * A training that begins, or goes on if its checkpoint is there.
   *
   * @param training episodes to learn from
   * @param validation episodes to choose by
   * @param checkpointFile where to save
   */
  public Study(
      StudyPlan plan,
      Episodes training,
      Episodes validation,
      Path checkpointFile,
      StudyListener listener) {
    this.plan = plan;
    this.training = training;
    this.validation = validation;
    this.checkpointFile = checkpointFile;
    this.listener = listener;
  }

  /** Decisions that a training had counted when it was saved. */
  public static long decisions(Checkpoint checkpoint) {
    for (String name : new String[] {DECISIONS, RuleStage.DECISIONS}) {
      if (checkpoint.longs().containsKey(name)) {
        return checkpoint.longs(name)[0];
      }
    }
    return 0;
  }

  /** Ends the search early, for it runs inside an optimiser. */
  @SuppressWarnings("serial") // Never leaves this class.
  private static final class Stopped extends RuntimeException {}

  /**
   * Trains.
   *
   * @param threads how many episodes are played at a time
   * @param stop asked after each generation and update
   * @throws IllegalArgumentException if the checkpoint is of another training
   * @throws NothingToLearnException if the episodes of an update leave no choice
   */
  public StudyResult run(int threads, BooleanSupplier stop) throws IOException {
    Checkpoint checkpoint =
        Files.exists(checkpointFile) ? Checkpoint.read(checkpointFile) : new Checkpoint();
    try (Crew crew = new Crew(threads)) {
      Yardstick onTraining = new Yardstick(training, plan.cast());
      Yardstick onValidation = new Yardstick(validation, plan.cast());
      LinearRule rule = rule(checkpoint, onTraining, onValidation, crew, stop);
      return networks(checkpoint, rule, onTraining, onValidation, crew, stop);
    } catch (Stopped e) {
      return StudyResult.ofSearch(decisions(checkpoint));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private LinearRule rule(
      Checkpoint checkpoint,
      Yardstick onTraining,
      Yardstick onValidation,
      Crew crew,
      BooleanSupplier stop) {
    if (checkpoint.floats().containsKey(RULE)) {
      float[] floats = new float[LinearRule.PARAMETERS];
      checkpoint.copyFloats(RULE, floats);
      onTraining.resumeCounting(checkpoint.longs(DECISIONS)[0]);
      return LinearRule.of(doubles(floats));
    }
    LinearRule found =
        new RuleStage(plan, onTraining, crew, listener)
            .search(
                checkpoint,
                () -> {
                  save(checkpoint);
                  if (stop.getAsBoolean()) {
                    throw new Stopped();
                  }
                });
    LinearRule rule = better(plan.start(), found, onValidation, crew);
    checkpoint.floats().put(RULE, floats(rule.parameters()));
    checkpoint.longs().put(DECISIONS, new long[] {onTraining.decisions()});
    save(checkpoint);
    return rule;
  }

  /** The rule that is better on the validation episodes; the first if they are equal. */
  private LinearRule better(LinearRule first, LinearRule second, Yardstick on, Crew crew) {
    return ratio(second, on, crew) < ratio(first, on, crew) ? second : first;
  }

  private double ratio(LinearRule rule, Yardstick on, Crew crew) {
    return Yardstick.mean(crew.all(validation.count(), i -> on.ratio(i, on.play(i, rule))));
  }

  private StudyResult networks(
      Checkpoint checkpoint,
      LinearRule rule,
      Yardstick onTraining,
      Yardstick onValidation,
      Crew crew,
      BooleanSupplier stop) {
    StudyPlan.Networks shapes = plan.networks();
    Rollout.Cast cast =
        onTraining.cast(rule.sharpened(shapes.orderSharpness(), shapes.placeSharpness()));
    NetworkStage stage = new NetworkStage(plan, onTraining, crew, cast);
    Policy now;
    Policy best;
    if (checkpoint.doubles().containsKey(RATIOS)) {
      stage.restore(checkpoint);
      now = read(checkpoint, FIRST, stage.rule());
      best = read(checkpoint, BEST, stage.rule());
      resume(checkpoint, onTraining);
    } else {
      ruleRatio = ratio(rule, onValidation, crew);
      bestRatio = plan.validation().fallBack() ? ruleRatio : Double.POSITIVE_INFINITY;
      report(0, onTraining, ruleRatio);
      stage.observe();
      now = stage.first();
      best = plan.validation().fallBack() ? stage.rule() : now;
      if (plan.lessons().imitation() > 0) {
        best = look(stage, 0, now, best, onTraining, onValidation);
      }
      stage.save(checkpoint);
      put(checkpoint, FIRST, now);
      save(checkpoint, best, onTraining.decisions());
    }
    boolean stopped = false;
    long updates = 0;
    for (boolean explores : new boolean[] {true, false}) {
      Learner learner = stage.learner(explores, now);
      worseLooks = 0;
      if (checkpoint.longs().containsKey(learner.name() + ".updates")) {
        learner.restore(checkpoint);
        worseLooks = checkpoint.longs(learner.name() + WORSE_LOOKS)[0];
      }
      while (!stopped && learner.updates() < learner.planned() && !isTired()) {
        listener.scalars(onTraining.decisions(), learner.update());
        long made = learner.updates();
        if (made % plan.validation().every() == 0 || made == learner.planned()) {
          best = look(stage, updates + made, learner.policy(), best, onTraining, onValidation);
        }
        listener.progress(learner.name(), made, learner.planned());
        learner.save(checkpoint);
        checkpoint.longs().put(learner.name() + WORSE_LOOKS, new long[] {worseLooks});
        save(checkpoint, best, onTraining.decisions());
        stopped = stop.getAsBoolean();
      }
      now = learner.policy();
      updates += learner.updates();
    }
    return new StudyResult(
        Optional.of(
            new StudyResult.Found(
                rule,
                ruleRatio,
                best,
                bestRatio,
                bestRatio >= ruleRatio && plan.validation().fallBack())),
        updates,
        onTraining.decisions(),
        !stopped);
  }

  /** Measures networks; the better of them and the best so far. */
  private Policy look(
      NetworkStage stage,
      long updates,
      Policy policy,
      Policy best,
      Yardstick onTraining,
      Yardstick onValidation) {
    double ratio = Yardstick.mean(stage.judge(policy, onValidation));
    report(updates, onTraining, ratio);
    if (ratio < bestRatio) {
      bestRatio = ratio;
      worseLooks = 0;
      return policy;
    }
    worseLooks++;
    return best;
  }

  private boolean isTired() {
    int patience = plan.validation().patience();
    return patience > 0 && worseLooks >= patience;
  }

  private void report(long updates, Yardstick onTraining, double ratio) {
    listener.scalars(
        onTraining.decisions(),
        Map.of("validation/jct_ratio", ratio, "charts/update", (double) updates));
  }

  private void save(Checkpoint checkpoint, Policy best, long decisions) {
    put(checkpoint, BEST, best);
    checkpoint.doubles().put(RATIOS, new double[] {ruleRatio, bestRatio});
    checkpoint.longs().put(DECISIONS, new long[] {decisions});
    save(checkpoint);
  }

  private void resume(Checkpoint checkpoint, Yardstick onTraining) {
    ruleRatio = checkpoint.doubles(RATIOS)[0];
    bestRatio = checkpoint.doubles(RATIOS)[1];
    onTraining.resumeCounting(checkpoint.longs(DECISIONS)[0]);
  }

  private static void put(Checkpoint checkpoint, String name, Policy policy) {
    checkpoint.floats().put(name + ".orderer", policy.orderer().weights());
    checkpoint.floats().put(name + ".placer", policy.placer().weights());
  }

  private static Policy read(Checkpoint checkpoint, String name, Policy like) {
    float[] orderer = new float[like.orderer().weights().length];
    float[] placer = new float[like.placer().weights().length];
    checkpoint.copyFloats(name + ".orderer", orderer);
    checkpoint.copyFloats(name + ".placer", placer);
    return like.with(
        new ScorerNetwork(like.orderer().config(), orderer),
        new ScorerNetwork(like.placer().config(), placer));
  }

  private void save(Checkpoint checkpoint) {
    try {
      checkpoint.write(checkpointFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
