package org.edgetwin.scenarios.generate;

import java.util.Map;
import org.edgetwin.scenarios.model.CountLaw;
import org.edgetwin.scenarios.model.TimeLaw;
import org.edgetwin.scenarios.trace.Trace;
import org.edgetwin.scenarios.trace.TraceJob;
import org.edgetwin.scenarios.trace.TraceLibrary;
import org.edgetwin.sim.distribution.Distribution;
import org.edgetwin.sim.distribution.Distributions;

/** Makes the distributions that scenarios describe; seconds for times. */
public final class Laws {
  private final TraceLibrary traces;

  public Laws(TraceLibrary traces) {
    this.traces = traces;
  }

  /** The distribution of a time, seconds. */
  public Distribution of(TimeLaw law) {
    if (law instanceof TimeLaw.Constant constant) {
      return new Distributions.Constant(constant.valueSeconds());
    }
    if (law instanceof TimeLaw.Exponential exponential) {
      return new Distributions.Exponential(exponential.meanSeconds());
    }
    if (law instanceof TimeLaw.Uniform uniform) {
      return new Distributions.Uniform(uniform.lowSeconds(), uniform.highSeconds());
    }
    if (law instanceof TimeLaw.LogNormal logNormal) {
      return new Distributions.LogNormal(logNormal.medianSeconds(), logNormal.sigma());
    }
    if (law instanceof TimeLaw.Weibull weibull) {
      return new Distributions.Weibull(weibull.shape(), weibull.scaleSeconds());
    }
    if (law instanceof TimeLaw.Pareto pareto) {
      Double most = pareto.maximumSeconds();
      return new Distributions.Pareto(
          pareto.shape(), pareto.minimumSeconds(), most == null ? Double.POSITIVE_INFINITY : most);
    }
    if (law instanceof TimeLaw.HyperExponential hyper) {
      return new Distributions.HyperExponential(
          hyper.firstShare(), hyper.firstMeanSeconds(), hyper.secondMeanSeconds());
    }
    if (law instanceof TimeLaw.Values values) {
      return new Distributions.Empirical(
          values.valuesSeconds().stream().mapToDouble(Double::doubleValue).toArray());
    }
    return fitted((TimeLaw.Fit) law);
  }

  /** The distribution of a count; its draws are whole numbers. */
  public Distribution of(CountLaw law) {
    if (law instanceof CountLaw.Constant constant) {
      return new Distributions.Constant(constant.value());
    }
    if (law instanceof CountLaw.Weights weights) {
      Map<Integer, Double> shares = weights.shares();
      return new WeightedValues(
          shares.keySet().stream().mapToDouble(Integer::doubleValue).toArray(),
          shares.values().stream().mapToDouble(Double::doubleValue).toArray());
    }
    if (law instanceof CountLaw.Geometric geometric) {
      return new GeometricCount(geometric.mean());
    }
    Trace trace = traces.get(((CountLaw.Fit) law).trace());
    return new Distributions.Empirical(trace.jobs().stream().mapToDouble(TraceJob::gpus).toArray());
  }

  private Distribution fitted(TimeLaw.Fit fit) {
    return new Distributions.Empirical(
        traces.get(fit.trace()).jobs().stream().mapToDouble(TraceJob::durationSeconds).toArray());
  }
}
