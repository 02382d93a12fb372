package org.edgetwin.calibration.churn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.edgetwin.calibration.validation.Holdout;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.gpu.reliability.LifeTrace;
import org.edgetwin.gpu.reliability.LifeTrace.Life;
import org.edgetwin.gpu.reliability.Lifetime;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.Figure;

/** Lifetimes in a spot cluster: the earlier half of a trace predicts the later. */
public final class BambooLifetimesCheck implements ModelCheck {
  /** All times of the traces are multiples of it. */
  static final double GRID_SECONDS = 60;

  private static final double BAR = 0.10;
  private static final int RANDOM_HALVES = 20;

  @Override
  public String part() {
    return "churn";
  }

  @Override
  public String name() {
    return "spot-lifetimes-bamboo";
  }

  @Override
  public String model() {
    return "exponential, Weibull or log-normal lifetimes, the likeliest given those that had not"
        + " ended";
  }

  @Override
  public String data() {
    return "177 V100 (p3) and 79 T4 (g4dn) spot instances over 11 hours each, AWS"
        + " [thorpe2023]";
  }

  @Override
  public String split() {
    return "instances born in the later half of the trace; the fit knows what was known at its"
        + " middle, so what lived on is censored there";
  }

  @Override
  public List<CheckCell> run() {
    LifeTrace p3 = LifeTrace.bamboo("p3");
    LifeTrace g4dn = LifeTrace.bamboo("g4dn");
    return List.of(
        laterHalf("p3, later half", p3, true), laterHalf("g4dn, later half", g4dn, false));
  }

  private static CheckCell laterHalf(String name, LifeTrace trace, boolean bar) {
    double middle = trace.endTime() / 2;
    LifeTrace known = trace.until(middle);
    List<ObservedLife> fit = observed(known, known.lifeList());
    Lifetime law = LifetimeFit.likeliest(fit).law();
    KaplanMeier measured =
        estimate(
            trace, trace.lifeList().stream().filter(life -> life.birthTime() >= middle).toList());

    List<Figure> figures = new ArrayList<>();
    double distance = distance(measured, law);
    figures.add(
        bar
            ? Figure.atMost("KS distance", distance, BAR)
            : Figure.reported("KS distance", distance));
    figures.add(
        Figure.reported(
            "KS distance of an exponential law",
            distance(measured, LifetimeFit.of(LifetimeFit.Family.EXPONENTIAL, fit).law())));
    figures.add(Figure.reported("KS distance, mean of random halves", randomHalves(trace, name)));
    figures.addAll(LifetimeFigures.likelihoods(fit));
    return new CheckCell(
        name, "min", true, LifetimeFigures.deciles(measured, law::quantile), figures);
  }

  private static double randomHalves(LifeTrace trace, String name) {
    return Holdout.repeated(
            trace.lifeList(), Life::name, 0.5, RANDOM_HALVES, "spot-lifetimes/" + name)
        .stream()
        .mapToDouble(
            half ->
                distance(
                    estimate(trace, half.test()),
                    LifetimeFit.likeliest(observed(trace, half.fit())).law()))
        .average()
        .orElseThrow();
  }

  static List<ObservedLife> observed(LifeTrace trace, List<Life> lives) {
    return lives.stream().map(life -> ObservedLife.of(trace, life, GRID_SECONDS)).toList();
  }

  private static KaplanMeier estimate(LifeTrace trace, List<Life> lives) {
    double[] ages = new double[lives.size()];
    boolean[] died = new boolean[lives.size()];
    for (int i = 0; i < ages.length; i++) {
      double death = lives.get(i).deathTime();
      died[i] = death < Double.POSITIVE_INFINITY;
      ages[i] = Math.min(death, trace.endTime()) - lives.get(i).birthTime();
    }
    return KaplanMeier.of(ages, died);
  }

  private static double distance(KaplanMeier measured, Lifetime law) {
    DoubleUnaryOperator distribution = age -> 1 - law.survival(age);
    return measured.distance(distribution, distribution);
  }
}
