package org.edgetwin.calibration.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.edgetwin.calibration.inference.BenchMeasurements.Measured;
import org.edgetwin.gpu.inference.Efficiencies;
import org.edgetwin.gpu.inference.FittedEngine;

/**
 * The constants that ship with the model: fits to all measurements, their residuals, and the errors
 * on measurements left out as their uncertainty.
 *
 * @param engines lines of {@code engines.csv}, header first
 * @param residuals lines of {@code residuals.csv}, header first
 */
public record FittedConstants(List<String> engines, List<String> residuals) {
  private static final String ENGINES =
      "engine,hardware,phase,compute,bandwidth,kv_cost,kv_group_exponent,bus,collective_seconds,"
          + "collective_slowdown,collective_knee_tokens,layer_floor_seconds,"
          + "iteration_floor_seconds,sequence_seconds,floor_sharpness,routing_spread,"
          + "start_seconds,log_std";
  private static final String RESIDUALS =
      "engine,kind,model,hardware,gpus,first_octaves,second_octaves,log_residual";

  /** Fits everything; takes seconds. */
  public static FittedConstants fit() {
    List<String> engines = new ArrayList<>(List.of(ENGINES));
    List<String> residuals = new ArrayList<>(List.of(RESIDUALS));
    var splitwise = new SplitwiseMeasurements();
    addIterations(LawPrior.Kind.PREFILL, splitwise.prefills(), engines, residuals);
    addIterations(LawPrior.Kind.DECODE, splitwise.decodes(), engines, residuals);
    addBatches(new BenchMeasurements().batches(), engines, residuals);
    return new FittedConstants(List.copyOf(engines), List.copyOf(residuals));
  }

  private static void addIterations(
      LawPrior.Kind kind,
      List<Observation> observations,
      List<String> engines,
      List<String> residuals) {
    FittedLaw law = FittedLaw.fit(kind, observations);
    double logStd = Prediction.lawLogStd(SplitwiseCheck.unseenGroups(kind, observations));
    var hardware = new TreeSet<>(observations.stream().map(Observation::hardware).toList());
    hardware.add(FittedEngine.ANY_HARDWARE);
    for (String gpu : hardware) {
      engines.add(
          line(
              SplitwiseMeasurements.ENGINE,
              gpu,
              kind,
              law.efficiencies(gpu),
              law.startSeconds(),
              logStd));
    }
    addResiduals(SplitwiseMeasurements.ENGINE, kind, law, observations, residuals);
  }

  private static void addBatches(
      List<Measured> batches, List<String> engines, List<String> residuals) {
    Map<String, Double> seen =
        Prediction.lawLogStds(InferenceBenchCheck.unseenConfigurations(batches));
    Map<String, Double> unseen = Prediction.lawLogStds(InferenceBenchCheck.unseenGpus(batches));
    byGroup(batches, InferenceBenchCheck::onGpu)
        .forEach(
            (group, measured) -> {
              FittedLaw law = fit(measured);
              String engine = measured.get(0).configuration().engine();
              addBoth(
                  engine, measured.get(0).observation().hardware(), law, seen.get(group), engines);
              addResiduals(engine, LawPrior.Kind.BATCH, law, observations(measured), residuals);
            });
    byGroup(batches, m -> m.configuration().engine())
        .forEach(
            (engine, measured) ->
                addBoth(
                    engine, FittedEngine.ANY_HARDWARE, fit(measured), unseen.get(engine), engines));
  }

  private static FittedLaw fit(List<Measured> measured) {
    return FittedLaw.fit(LawPrior.Kind.BATCH, observations(measured));
  }

  private static List<Observation> observations(List<Measured> measured) {
    return measured.stream().map(Measured::observation).toList();
  }

  private static Map<String, List<Measured>> byGroup(
      List<Measured> batches, Function<Measured, String> group) {
    return batches.stream()
        .collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()));
  }

  private static void addBoth(
      String engine, String hardware, FittedLaw law, double logStd, List<String> engines) {
    for (LawPrior.Kind phase : List.of(LawPrior.Kind.PREFILL, LawPrior.Kind.DECODE)) {
      engines.add(
          line(engine, hardware, phase, law.efficiencies(hardware), law.startSeconds(), logStd));
    }
  }

  private static void addResiduals(
      String engine,
      LawPrior.Kind kind,
      FittedLaw law,
      List<Observation> observations,
      List<String> residuals) {
    for (Observation o : observations) {
      residuals.add(
          String.join(
              ",",
              engine,
              kind.name(),
              o.point().model(),
              o.point().hardware(),
              Integer.toString(o.point().gpus()),
              number(o.point().firstOctaves()),
              number(o.point().secondOctaves()),
              number(law.logResidual(o))));
    }
  }

  private static String line(
      String engine,
      String hardware,
      LawPrior.Kind phase,
      Efficiencies e,
      double startSeconds,
      double logStd) {
    return String.join(
        ",",
        engine,
        hardware,
        phase.name().toLowerCase(Locale.ROOT),
        number(e.compute()),
        number(e.bandwidth()),
        number(e.kvCost()),
        number(e.kvGroupExponent()),
        number(e.bus()),
        number(e.collectiveSeconds()),
        number(e.collectiveSlowdown()),
        number(e.collectiveKneeTokens()),
        number(e.layerFloorSeconds()),
        number(e.iterationFloorSeconds()),
        number(e.sequenceSeconds()),
        number(e.floorSharpness()),
        number(e.routingSpread()),
        number(startSeconds),
        number(logStd));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
