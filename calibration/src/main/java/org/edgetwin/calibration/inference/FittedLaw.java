package org.edgetwin.calibration.inference;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.inference.Efficiencies;

/**
 * The law's constants, fitted to measurements of one engine on one or several GPU models: all
 * shared but a factor on the floors of each model.
 *
 * @param efficiencies of a GPU model of unknown floors
 * @param startSeconds of a batch
 * @param floorFactors by GPU model
 */
record FittedLaw(Efficiencies efficiencies, double startSeconds, Map<String, Double> floorFactors) {
  static FittedLaw fit(LawPrior.Kind kind, List<Observation> observations) {
    var prior = new LawPrior(kind);
    List<String> hardware =
        List.copyOf(new LinkedHashSet<>(observations.stream().map(Observation::hardware).toList()));
    int gpuModels = hardware.size() == 1 ? 0 : hardware.size();
    double[] best =
        MaximumPosterior.fit(
            prior.centers(gpuModels),
            prior.deviations(gpuModels),
            x -> of(prior, hardware, x).logErrors(observations));
    return of(prior, hardware, best);
  }

  private static FittedLaw of(LawPrior prior, List<String> hardware, double[] x) {
    double[] c = prior.constants(x);
    Map<String, Double> floors = new HashMap<>();
    for (int j = prior.freeCount(); j < x.length; j++) {
      floors.put(hardware.get(j - prior.freeCount()), Math.exp(x[j]));
    }
    return new FittedLaw(
        new Efficiencies(
            c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9], c[10], c[11], c[12]),
        c[13],
        floors);
  }

  private double[] logErrors(List<Observation> observations) {
    Map<String, Efficiencies> byHardware = new HashMap<>();
    return observations.stream()
        .mapToDouble(
            observation -> {
              Efficiencies own =
                  byHardware.computeIfAbsent(observation.hardware(), this::efficiencies);
              return Math.log(
                  observation.timing().seconds(own, startSeconds) / observation.seconds());
            })
        .toArray();
  }

  /** Constants on a GPU model, which may be one that was not measured. */
  Efficiencies efficiencies(String hardware) {
    return efficiencies.withFloorsTimes(floorFactors.getOrDefault(hardware, 1.0));
  }

  /** The law's seconds for a measurement. */
  double seconds(Observation observation) {
    return observation.timing().seconds(efficiencies(observation.hardware()), startSeconds);
  }

  /** log(measured / law) of a measurement. */
  double logResidual(Observation observation) {
    return Math.log(observation.seconds() / seconds(observation));
  }
}
