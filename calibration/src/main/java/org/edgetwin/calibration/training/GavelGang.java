package org.edgetwin.calibration.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.calibration.data.DataSet;
import org.edgetwin.gpu.Spread;
import org.edgetwin.gpu.training.FittedGangScaling;

/**
 * One of Gavel's measurements of a gang, beside the same batch on one GPU.
 *
 * @param key family, GPU, spread and size of the gang
 * @param batch samples on each GPU
 * @param soloSeconds of a step on one GPU
 * @param stepSeconds of a step of the gang
 */
record GavelGang(FittedGangScaling.Key key, int batch, double soloSeconds, double stepSeconds) {
  private static final List<String> GPUS = List.of("k80", "p100", "v100");

  /** A row of the table: a job type on a number of GPUs. */
  private record Rates(String family, int batch, int gpus, Map<String, Double> perSecond) {}

  /**
   * All gangs of two and more that fitted in memory and were measured. Gavel's rates are summed
   * over the workers, so a gang of n takes n over the rate for a step.
   */
  static List<GavelGang> all() {
    List<Rates> rates =
        DataSet.rows(
            "/org/edgetwin/gpu/data/gavel/throughputs.csv",
            row -> {
              String[] name = row.getField("workload").split("-", -1);
              Map<String, Double> perSecond = new LinkedHashMap<>();
              for (String gpu : GPUS) {
                for (Spread spread : Spread.values()) {
                  String cell = row.getField(column(gpu, spread));
                  if (!cell.isEmpty()) {
                    perSecond.put(column(gpu, spread), Double.valueOf(cell));
                  }
                }
              }
              int batch = name.length == 1 ? 0 : Integer.parseInt(name[1]);
              return new Rates(name[0], batch, Integer.parseInt(row.getField("gpus")), perSecond);
            });
    List<GavelGang> gangs = new ArrayList<>();
    for (Rates gang : rates) {
      if (gang.gpus() > 1) {
        gangs.addAll(gangs(gang, solo(rates, gang)));
      }
    }
    return gangs;
  }

  private static Rates solo(List<Rates> rates, Rates gang) {
    return rates.stream()
        .filter(r -> r.gpus() == 1)
        .filter(r -> r.family().equals(gang.family()) && r.batch() == gang.batch())
        .findFirst()
        .orElseThrow();
  }

  private static List<GavelGang> gangs(Rates gang, Rates solo) {
    List<GavelGang> gangs = new ArrayList<>();
    for (String gpu : GPUS) {
      for (Spread spread : Spread.values()) {
        double rate = gang.perSecond().getOrDefault(column(gpu, spread), 0.0);
        if (rate > 0) {
          gangs.add(
              new GavelGang(
                  new FittedGangScaling.Key(gang.family(), gpu, spread, gang.gpus()),
                  gang.batch(),
                  1 / solo.perSecond().get(column(gpu, Spread.ONE_NODE)),
                  gang.gpus() / rate));
        }
      }
    }
    return gangs;
  }

  private static String column(String gpu, Spread spread) {
    return spread == Spread.ONE_NODE ? gpu : gpu + "_unconsolidated";
  }
}
