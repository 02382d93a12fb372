package org.edgetwin.sim.availability;

import java.util.List;
import java.util.stream.Collectors;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.variation.MachineVariation;
import org.edgetwin.sim.variation.VariationModel;

/** Several variations at once, independent of each other: their slow-downs multiply. */
public record CombinedVariation(List<VariationModel> modelList) implements VariationModel {
  public CombinedVariation {
    modelList = List.copyOf(modelList);
  }

  @Override
  public MachineVariation start(int nodes, Streams streams) {
    return new Machines(modelList.stream().map(model -> model.start(nodes, streams)).toList());
  }

  /** Of the sum of the errors. */
  @Override
  public double observationSd() {
    return Math.sqrt(
        modelList.stream()
            .mapToDouble(model -> model.observationSd() * model.observationSd())
            .sum());
  }

  @Override
  public String describe() {
    return modelList.stream().map(VariationModel::describe).collect(Collectors.joining("; "));
  }

  private record Machines(List<MachineVariation> partList) implements MachineVariation {
    @Override
    public double slowdown(int node, WorkloadClass workload) {
      double product = 1;
      for (MachineVariation part : partList) {
        product *= part.slowdown(node, workload);
      }
      return product;
    }

    @Override
    public double nextChange() {
      double next = Double.POSITIVE_INFINITY;
      for (MachineVariation part : partList) {
        next = Math.min(next, part.nextChange());
      }
      return next;
    }

    @Override
    public void change() {
      double now = nextChange();
      for (MachineVariation part : partList) {
        if (part.nextChange() <= now) {
          part.change();
        }
      }
    }

    @Override
    public MachineVariation copy() {
      return new Machines(partList.stream().map(MachineVariation::copy).toList());
    }
  }
}
