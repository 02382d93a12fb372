package org.edgetwin.calibration.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.edgetwin.calibration.validation.Holdout;
import org.edgetwin.gpu.network.LogSpread;
import org.edgetwin.gpu.network.ThroughputLaw;
import org.edgetwin.sim.validation.Comparison;
import org.edgetwin.sim.validation.Errors;

/** Throughputs predicted for pairs left out, and by one number for all. */
final class ThroughputComparisons {
  private static final LogSpread UNKNOWN = new LogSpread(0, 0, 0);

  private final ThroughputFit fit;
  private final List<Comparison> predicted = new ArrayList<>();
  private final List<Comparison> naive = new ArrayList<>();

  ThroughputComparisons(ThroughputFit fit) {
    this.fit = fit;
  }

  ThroughputComparisons onHoldouts(List<Holdout<ThroughputMeasurement>> splits) {
    for (Holdout<ThroughputMeasurement> split : splits) {
      add(split.test(), fit.fit(split.fit(), UNKNOWN), median(split.fit()));
    }
    return this;
  }

  ThroughputComparisons on(List<ThroughputMeasurement> rows, ThroughputLaw law) {
    add(rows, law, median(rows));
    return this;
  }

  private void add(List<ThroughputMeasurement> rows, ThroughputLaw law, double median) {
    for (ThroughputMeasurement row : rows) {
      double measured = fit.rate().applyAsDouble(row);
      String name = row.from().id() + " > " + row.to().id();
      predicted.add(new Comparison(name, law.gbitPerSecond(row.from(), row.to()), measured));
      naive.add(new Comparison(name, median, measured));
    }
  }

  private double median(List<ThroughputMeasurement> rows) {
    List<Double> rates = new ArrayList<>();
    rows.forEach(row -> rates.add(fit.rate().applyAsDouble(row)));
    Collections.sort(rates);
    return rates.get(rates.size() / 2);
  }

  List<Comparison> predicted() {
    return predicted;
  }

  double naiveMedian() {
    return Errors.relative(naive).median();
  }
}
