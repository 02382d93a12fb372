package org.edgetwin.calibration.network;

import java.util.List;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.Comparison;
import org.edgetwin.sim.validation.Errors;
import org.edgetwin.sim.validation.Figure;

/** Simulated flows against completion times and rates in closed form. */
public final class SharingCheck implements ModelCheck {
  private static final double BAR = 1e-9;

  @Override
  public String part() {
    return "network";
  }

  @Override
  public String name() {
    return "max-min-sharing";
  }

  @Override
  public String model() {
    return "FlowNetwork: weighted max-min fair flows in simulated time";
  }

  @Override
  public String data() {
    return "closed forms [bertsekas1992]: egalitarian sharing of one link, the parking lot, two"
        + " links in line";
  }

  @Override
  public String split() {
    return "nothing is fitted";
  }

  @Override
  public List<CheckCell> run() {
    return List.of(
        cell("staggered flows on one link, completion", "s", StaggeredFlows.completions()),
        cell("parking lot, rates", "byte/s", LinkChains.parkingLots()),
        cell("two links in line, rates", "byte/s", LinkChains.twoLinks()));
  }

  private static CheckCell cell(String name, String unit, List<Comparison> comparisons) {
    double largest = Errors.relative(comparisons).quantile(1);
    return new CheckCell(
        name,
        unit,
        false,
        comparisons,
        List.of(Figure.atMost("largest relative difference", largest, BAR)));
  }
}
