package org.edgetwin.calibration.churn;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.edgetwin.gpu.reliability.Lifetime;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/**
 * Lifetimes of polled instances, and how the polls blur them. A share of the instances is dead at
 * the first look (when it died before that is unknown); the rest lives on from there by a body law,
 * is found dead at the first look after its end, and is ended by the provider at 24 hours.
 *
 * @param earlyShare share that the first look finds dead
 * @param body the likeliest law beyond the first look, seconds
 * @param firstPollAgeList ages at the first look, seconds
 * @param intervalList seconds between two looks
 */
record PolledLaw(
    double earlyShare, LifetimeFit body, List<Double> firstPollAgeList, List<Double> intervalList) {
  /** Pre-emptible instances are ended after a day, whatever happens. */
  static final double CAP_SECONDS = 86_400;

  private static final int DRAWS = 20_000;

  /** Fits all of it to lives; what is known of the unfinished ones is used too. */
  static PolledLaw fit(List<PolledLife> lives) {
    double early = lives.stream().filter(PolledLife::diedEarly).count();
    return new PolledLaw(
        early / lives.size(),
        LifetimeFit.likeliest(beyondFirstPoll(lives)),
        lives.stream().map(PolledLife::firstPollAge).toList(),
        lives.stream().flatMapToDouble(PolledLaw::intervals).boxed().toList());
  }

  /** What is known beyond the first look of the lives that it found alive. */
  static List<ObservedLife> beyondFirstPoll(List<PolledLife> lives) {
    return lives.stream()
        .filter(life -> !life.diedEarly())
        .map(life -> life.beyondFirstPoll(CAP_SECONDS))
        .toList();
  }

  /** The law of the lifetime itself, without the polls. */
  Lifetime lifetime() {
    return new Lifetime.Capped(
        new Lifetime.EarlyDeath(earlyShare, meanFirstPollAge(), body.law()), CAP_SECONDS);
  }

  /** The probability that one of the first {@code polls} looks finds the instance dead. */
  double deadWithin(double polls) {
    if (polls < 1) {
      return 0;
    }
    double age = (Math.floor(polls) - 1) * mean(intervalList);
    return meanFirstPollAge() + age >= CAP_SECONDS
        ? 1
        : earlyShare + (1 - earlyShare) * (1 - body.law().survival(age));
  }

  /**
   * Ages at which instances are found dead: an even sample of the lifetimes, looked at after
   * intervals drawn from those of the log.
   */
  SortedSample foundDead() {
    RandomStream stream = new Streams(1, 1).stream("churn/polls");
    double[] ages = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      double probability = (i + 0.5) / DRAWS;
      double age = draw(firstPollAgeList, stream);
      if (probability >= earlyShare) {
        double beyond = body.law().quantile((probability - earlyShare) / (1 - earlyShare));
        double end = Math.min(age + beyond, CAP_SECONDS);
        while (age < end) {
          age += draw(intervalList, stream);
        }
      }
      ages[i] = age;
    }
    return new SortedSample(ages);
  }

  private double meanFirstPollAge() {
    return mean(firstPollAgeList);
  }

  private static double draw(List<Double> values, RandomStream stream) {
    return values.get(stream.nextInt(0, values.size() - 1));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static DoubleStream intervals(PolledLife life) {
    List<Double> ages = life.pollAgeList();
    return IntStream.range(1, ages.size()).mapToDouble(i -> ages.get(i) - ages.get(i - 1));
  }
}
