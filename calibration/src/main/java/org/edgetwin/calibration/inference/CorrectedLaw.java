package org.edgetwin.calibration.inference;

import java.util.List;
import org.edgetwin.gpu.inference.Estimate;
import org.edgetwin.gpu.inference.ResidualField;
import org.edgetwin.gpu.inference.ResidualKernel;

/** A fitted law with the field of what it leaves over, both from the same measurements. */
record CorrectedLaw(FittedLaw law, ResidualField field) {
  static CorrectedLaw fit(LawPrior.Kind kind, List<Observation> observations) {
    FittedLaw law = FittedLaw.fit(kind, observations);
    return new CorrectedLaw(
        law,
        new ResidualField(
            ResidualKernel.standard(),
            observations.stream().map(Observation::point).toList(),
            observations.stream().mapToDouble(law::logResidual).toArray()));
  }

  Estimate estimate(Observation observation) {
    return field.at(observation.point()).applyTo(law.seconds(observation));
  }
}
