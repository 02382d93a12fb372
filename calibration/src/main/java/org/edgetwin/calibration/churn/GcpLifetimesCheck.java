package org.edgetwin.calibration.churn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.gpu.reliability.Lifetime;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.Figure;

/** Lifetimes of polled pre-emptible instances: the earlier half of a log predicts the later. */
public final class GcpLifetimesCheck implements ModelCheck {
  private static final double BAR = 0.12;

  @Override
  public String part() {
    return "churn";
  }

  @Override
  public String name() {
    return "spot-lifetimes-gcp";
  }

  @Override
  public String model() {
    return "early deaths and a body (exponential, Weibull or log-normal by likelihood), capped at"
        + " 24 h, seen on the grid of the polls";
  }

  @Override
  public String data() {
    return "423 pre-emptible GPU instances polled every 10-17 minutes over 69 hours, GCP 2020"
        + " [narayanan2020]";
  }

  @Override
  public String split() {
    return "instances born in the later half of the log; the fit sees only the lines of the"
        + " earlier half, so what lived on is censored there";
  }

  @Override
  public List<CheckCell> run() {
    GcpLog log = GcpLog.march2020();
    double middle = log.endTime() / 2;
    List<PolledLife> fit = log.until(middle).lives();
    List<PolledLife> test = log.lives().stream().filter(life -> life.bornTime() >= middle).toList();
    PolledLaw law = PolledLaw.fit(fit);
    SortedSample foundDead = law.foundDead();
    KaplanMeier seconds = estimate(test, PolledLife::lastPollAge);
    KaplanMeier polls = estimate(test, PolledLife::polls);
    Lifetime exponential = meanOnly(fit);

    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.atMost("KS distance", seconds.distance(foundDead::below, foundDead::upTo), BAR));
    figures.add(
        Figure.reported(
            "KS distance in polls",
            polls.distance(count -> law.deadWithin(count - 1), law::deadWithin)));
    figures.add(
        Figure.reported(
            "KS distance of an exponential law",
            seconds.distance(
                age -> 1 - exponential.survival(age), age -> 1 - exponential.survival(age))));
    figures.add(Figure.percent("dead at the first poll, fit", law.earlyShare()));
    figures.add(Figure.percent("dead at the first poll, left out", earlyShare(test)));
    figures.addAll(LifetimeFigures.likelihoods(PolledLaw.beyondFirstPoll(fit)));
    return List.of(
        new CheckCell(
            "later half",
            "min",
            true,
            LifetimeFigures.deciles(seconds, foundDead::quantile),
            figures));
  }

  /** What one gets without a thought for polls and early deaths. */
  private static Lifetime meanOnly(List<PolledLife> lives) {
    double total = lives.stream().mapToDouble(PolledLife::lastPollAge).sum();
    return new Lifetime.Exponential(total / lives.stream().filter(PolledLife::died).count());
  }

  private static KaplanMeier estimate(List<PolledLife> lives, ToDoubleFunction<PolledLife> age) {
    boolean[] died = new boolean[lives.size()];
    for (int i = 0; i < died.length; i++) {
      died[i] = lives.get(i).died();
    }
    return KaplanMeier.of(lives.stream().mapToDouble(age).toArray(), died);
  }

  private static double earlyShare(List<PolledLife> lives) {
    return (double) lives.stream().filter(PolledLife::diedEarly).count() / lives.size();
  }
}
