package org.edgetwin.gpu.energy;

import static org.edgetwin.gpu.table.ShippedTable.number;

import java.util.List;
import org.edgetwin.gpu.table.Require;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * What is lost between the grid and a node: conversion stages, then the building.
 *
 * @param stageList from the node outwards
 * @param pue power usage effectiveness of the building, at least 1
 */
public record PowerSupply(List<Stage> stageList, double pue) {
  /**
   * One conversion: what goes in is (what comes out + fixed) / efficiency.
   *
   * @param fixedWatts loss while it is on, W
   * @param efficiency in (0, 1]
   */
  public record Stage(double fixedWatts, double efficiency) {
    public Stage {
      Require.within("fixedWatts", fixedWatts, 0, 1e6);
      Require.within("efficiency", efficiency, Double.MIN_NORMAL, 1);
    }

    /** Power that goes in, W. */
    public double inputWatts(double outputWatts) {
      return (outputWatts + fixedWatts) / efficiency;
    }
  }

  private static final class Holder {
    static final List<Stage> FRONTIER =
        ShippedTable.rows(
            "energy/supply.csv",
            row -> new Stage(number(row, "fixed_watts"), number(row, "efficiency")));
  }

  public PowerSupply {
    stageList = List.copyOf(stageList);
    Require.within("pue", pue, 1, 10);
  }

  /** Converter and rectifier of a data centre, of {@code data/energy/supply.csv}. */
  public static PowerSupply dataCentre(double pue) {
    return new PowerSupply(Holder.FRONTIER, pue);
  }

  /** No losses but the building's. */
  public static PowerSupply lossless(double pue) {
    return new PowerSupply(List.of(), pue);
  }

  /** Power that one node draws from the grid, W; 0 for a node that is off. */
  public double gridWatts(double nodeWatts) {
    if (nodeWatts == 0) {
      return 0;
    }
    double watts = nodeWatts;
    for (Stage stage : stageList) {
      watts = stage.inputWatts(watts);
    }
    return pue * watts;
  }

  /** How much more the grid gives for one more watt at the node. */
  public double marginalFactor() {
    double factor = pue;
    for (Stage stage : stageList) {
      factor /= stage.efficiency;
    }
    return factor;
  }
}
