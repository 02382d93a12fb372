package org.edgetwin.scenarios.generate;

import java.util.List;
import java.util.Locale;
import org.edgetwin.scenarios.model.JobSource;
import org.edgetwin.scenarios.model.RecurringPlan;
import org.edgetwin.sim.distribution.Distribution;
import org.edgetwin.sim.distribution.Distributions;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/**
 * Users who submit their kinds of jobs again and again. A kind has a name, a gang and a median
 * duration, drawn once; its runs spread around that. Two draws a job. Not thread-safe.
 */
final class Recurrence {
  private static final List<String> MODELS =
      List.of("resnet50", "transformer", "lstm", "yolo", "diffusion", "bert", "wavenet", "gpt");
  private static final List<String> TASKS =
      List.of("train", "finetune", "evaluate", "sweep", "distill");

  /** One submission. */
  record Run(String user, String name, int gpus, double durationSeconds) {}

  private record Kind(String user, String name, int gpus, double medianSeconds) {}

  private final Kind[][] kindsByUser;
  private final int[][] runsByUser;
  private final WeightedValues users;
  private final WeightedValues kinds;
  private final double sigma;
  private final RandomStream choices;
  private final RandomStream spread;

  /**
   * Draws the kinds.
   *
   * @param durations law of median durations, seconds
   * @param gangs law of gangs
   * @throws NullPointerException if the source has no recurring jobs
   */
  Recurrence(JobSource source, Distribution durations, Distribution gangs, Streams streams) {
    RecurringPlan plan = source.recurring();
    RandomStream kindStream = streams.stream(JobStreams.name(source.name(), "kinds"));
    kindsByUser = new Kind[plan.users()][plan.kindsPerUser()];
    runsByUser = new int[plan.users()][plan.kindsPerUser()];
    for (int user = 0; user < plan.users(); user++) {
      for (int kind = 0; kind < plan.kindsPerUser(); kind++) {
        double median = durations.sample(kindStream);
        int gpus = (int) Math.round(gangs.sample(kindStream));
        kindsByUser[user][kind] =
            new Kind(String.format(Locale.ROOT, "user-%03d", user), name(user, kind), gpus, median);
      }
    }
    users = zipf(plan.users(), plan.skew());
    kinds = zipf(plan.kindsPerUser(), plan.skew());
    sigma = plan.sigma();
    choices = streams.stream(JobStreams.name(source.name(), "choices"));
    spread = streams.stream(JobStreams.name(source.name(), "spread"));
  }

  private Recurrence(Recurrence other) {
    kindsByUser = other.kindsByUser;
    runsByUser = new int[other.runsByUser.length][];
    for (int user = 0; user < runsByUser.length; user++) {
      runsByUser[user] = other.runsByUser[user].clone();
    }
    users = other.users;
    kinds = other.kinds;
    sigma = other.sigma;
    choices = Streams.copyOf(other.choices);
    spread = Streams.copyOf(other.spread);
  }

  /** Every model comes with every task before a name would come again. */
  private static String name(int user, int kind) {
    String model = MODELS.get((user + kind) % MODELS.size());
    return model + "-" + TASKS.get((user + kind / MODELS.size()) % TASKS.size());
  }

  private static WeightedValues zipf(int count, double skew) {
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      weights[i] = Math.pow(i + 1, -skew);
    }
    return new WeightedValues(new double[count], weights);
  }

  /** The next submission. */
  Run next() {
    int user = users.index(choices.nextDouble());
    int index = kinds.index(choices.nextDouble());
    Kind kind = kindsByUser[user][index];
    double factor = Math.exp(sigma * Distributions.normalQuantile(spread.nextDouble()));
    return new Run(
        kind.user(),
        kind.name() + "-run" + ++runsByUser[user][index],
        kind.gpus(),
        kind.medianSeconds() * factor);
  }

  Recurrence copy() {
    return new Recurrence(this);
  }
}
