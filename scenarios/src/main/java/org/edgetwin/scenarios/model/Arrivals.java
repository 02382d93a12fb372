package org.edgetwin.scenarios.model;

import java.time.DayOfWeek;
import java.util.List;

/** When generated jobs are submitted. */
@Choice(doc = "When generated jobs are submitted.")
public sealed interface Arrivals
    permits Arrivals.Poisson,
        Arrivals.Weekly,
        Arrivals.Mmpp,
        Arrivals.Batch,
        Arrivals.AtOnce,
        Arrivals.Fit {
  /** Greatest mean rate, jobs per hour: ten million jobs in a week. */
  double MOST_PER_HOUR = 1e8;

  /** Mean number of jobs in an hour; 0 where that depends on data or laws. */
  default double meanPerHour() {
    return 0;
  }

  /** Poisson. */
  @Option(value = "poisson", doc = "Poisson: independent of each other, at one rate.")
  record Poisson(
      @Key(doc = "Mean rate.", unit = Unit.RATE, max = MOST_PER_HOUR, example = "12 /h")
          double ratePerHour)
      implements Arrivals {
    public Poisson {
      Bounds.positive("rate", ratePerHour);
    }

    @Override
    public double meanPerHour() {
      return ratePerHour;
    }
  }

  /** Non-homogeneous Poisson. */
  @Option(
      value = "weekly",
      doc =
          "Non-homogeneous Poisson: the rate follows the hour of the day and the day of the week.")
  record Weekly(
      @Key(
              doc = "Mean rate over a week.",
              unit = Unit.RATE,
              min = 1e-6,
              max = MOST_PER_HOUR,
              example = "12 /h")
          double ratePerHour,
      @Key(
              doc = "24 weights, from midnight; only their ratios matter.",
              preset =
                  "[3, 2, 2, 2, 2, 3, 4, 5, 7, 9, 10, 10, 9, 10, 11, 11, 10, 9, 8, 7, 6, 5, 4, 4]",
              max = 1e9)
          List<Double> hours,
      @Key(
              doc = "7 weights, from Monday; only their ratios matter.",
              preset = "[10, 10, 10, 10, 9, 5, 5]",
              max = 1e9)
          List<Double> weekdays,
      @Key(doc = "Weekday on which the run starts, at midnight.", preset = "monday")
          DayOfWeek start)
      implements Arrivals {
    public Weekly {
      Bounds.positive("rate", ratePerHour);
      Bounds.check(hours.size() == 24, "There must be 24 hours, not " + hours.size() + ".");
      Bounds.check(weekdays.size() == 7, "There must be 7 weekdays, not " + weekdays.size() + ".");
      Bounds.check(sum(hours) > 0 && sum(weekdays) > 0, "The weights sum to nothing.");
    }

    @Override
    public double meanPerHour() {
      return ratePerHour;
    }

    private static double sum(List<Double> weights) {
      return weights.stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  /** Markov-modulated Poisson process with two states. */
  @Option(
      value = "mmpp",
      doc = "Bursts: a Markov-modulated Poisson process that changes between calm and burst.")
  record Mmpp(
      @Key(doc = "Rate when calm.", unit = Unit.RATE, max = MOST_PER_HOUR, example = "4 /h")
          double calmRatePerHour,
      @Key(doc = "Rate in a burst.", unit = Unit.RATE, max = MOST_PER_HOUR, example = "120 /h")
          double burstRatePerHour,
      @Key(doc = "Mean length of a calm.", unit = Unit.TIME, max = 1e12, example = "6 h")
          double calmSeconds,
      @Key(doc = "Mean length of a burst.", unit = Unit.TIME, max = 1e12, example = "20 min")
          double burstSeconds)
      implements Arrivals {
    public Mmpp {
      Bounds.positive("calm", calmSeconds);
      Bounds.positive("burst", burstSeconds);
      double jobsInCycle = calmRatePerHour * calmSeconds + burstRatePerHour * burstSeconds;
      Bounds.check(
          jobsInCycle / 3600 > 1e-6, "There is less than one job in a million bursts and calms.");
    }

    @Override
    public double meanPerHour() {
      double jobsInCycle = calmRatePerHour * calmSeconds + burstRatePerHour * burstSeconds;
      return jobsInCycle / (calmSeconds + burstSeconds);
    }
  }

  /** Batches. */
  @Option(value = "batch", doc = "Several jobs at one instant, such as a sweep of parameters.")
  record Batch(
      @Key(doc = "Time between batches.", example = "{type: exponential, mean: 4 h}") TimeLaw every,
      @Key(doc = "Jobs in a batch.", example = "{type: geometric, mean: 10}") CountLaw size)
      implements Arrivals {
    public Batch {
      Bounds.check(
          !(every instanceof TimeLaw.Constant constant && constant.valueSeconds() == 0),
          "Batches without time between them never end. Maybe use `type: at_once`.");
    }
  }

  /** All together. */
  @Option(value = "at_once", doc = "All jobs at one instant.")
  record AtOnce(
      @Key(doc = "The instant.", preset = "0 s", unit = Unit.TIME, max = 1e12) double atSeconds,
      @Key(doc = "Number of jobs.", min = 1, max = JobSource.MOST_JOBS, example = "100") int count)
      implements Arrivals {}

  /** Rates fitted to a trace. */
  @Option(
      value = "fit",
      doc =
          "Non-homogeneous Poisson whose rate in each of the 168 hours of a week is the mean rate"
              + " of a trace there.")
  record Fit(
      @Key(doc = "The trace.", example = "{builtin: philly}") TraceSource trace,
      @Key(doc = "Factor on all rates.", preset = "1", min = 1e-6, max = 1e6) double scale,
      @Key(doc = "Weekday on which the run starts, at midnight.", preset = "monday")
          DayOfWeek start)
      implements Arrivals {}
}
