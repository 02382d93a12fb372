package org.edgetwin.calibration.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.edgetwin.calibration.data.DataSet;

/**
 * What is believed of the constants of the law before any fit: a centre and a deviation each, on a
 * scale on which they may take any value. A deviation of 0 fixes a constant.
 *
 * <p>A fit over several GPU models has one more parameter for each: the logarithm of a factor on
 * its floors.
 */
final class LawPrior {
  private static final String HARDWARE_FLOOR = "hardware_floor";

  /** What a law is fitted to. */
  enum Kind {
    BATCH,
    PREFILL,
    DECODE;

    private String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private enum Scale {
    LOG {
      @Override
      double to(double value) {
        return Math.log(value);
      }

      @Override
      double from(double x) {
        return Math.exp(x);
      }
    },
    LOGIT {
      @Override
      double to(double value) {
        return Math.log(value / (1 - value));
      }

      @Override
      double from(double x) {
        return 1 / (1 + Math.exp(-x));
      }
    },
    PLAIN {
      @Override
      double to(double value) {
        return value;
      }

      @Override
      double from(double x) {
        return x;
      }
    };

    abstract double to(double value);

    abstract double from(double x);
  }

  private record Parameter(String name, Scale scale, double center, double deviation) {
    boolean free() {
      return deviation > 0;
    }
  }

  private final List<Parameter> parameters = new ArrayList<>();
  private double floorDeviation;

  LawPrior(Kind kind) {
    DataSet.rows(
            "inference/priors.csv",
            row -> {
              var scale = Scale.valueOf(row.getField("scale").toUpperCase(Locale.ROOT));
              double center = DataSet.number(row, kind.column());
              double deviation = DataSet.number(row, kind.column() + "_deviation");
              return new Parameter(row.getField("parameter"), scale, center, deviation);
            })
        .forEach(this::add);
  }

  private void add(Parameter parameter) {
    if (parameter.name().equals(HARDWARE_FLOOR)) {
      floorDeviation = parameter.deviation();
    } else {
      parameters.add(parameter);
    }
  }

  /** Centres on the scales of the fit: of the free constants, then of each GPU model's floors. */
  double[] centers(int gpuModels) {
    double[] centers = new double[freeCount() + gpuModels];
    int j = 0;
    for (Parameter parameter : parameters) {
      if (parameter.free()) {
        centers[j++] = parameter.scale().to(parameter.center());
      }
    }
    return centers;
  }

  /** Deviations on the scales of the fit. */
  double[] deviations(int gpuModels) {
    double[] deviations = new double[freeCount() + gpuModels];
    int j = 0;
    for (Parameter parameter : parameters) {
      if (parameter.free()) {
        deviations[j++] = parameter.deviation();
      }
    }
    Arrays.fill(deviations, j, deviations.length, floorDeviation);
    return deviations;
  }

  int freeCount() {
    return (int) parameters.stream().filter(Parameter::free).count();
  }

  /** All constants, in the order of the table, from a point of the fit. */
  double[] constants(double[] x) {
    double[] constants = new double[parameters.size()];
    int j = 0;
    for (int i = 0; i < constants.length; i++) {
      Parameter parameter = parameters.get(i);
      constants[i] = parameter.free() ? parameter.scale().from(x[j++]) : parameter.center();
    }
    return constants;
  }
}
