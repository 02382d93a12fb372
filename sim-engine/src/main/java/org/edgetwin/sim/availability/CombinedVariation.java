package org.edgetwin.sim.availability;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.variation.MachineVariation;
import org.edgetwin.sim.variation.VariationModel;

/** Several variations at once, independent of each other: their slow-downs multiply. */
public record CombinedVariation(List<VariationModel> modelList) implements VariationModel {
  public CombinedVariation {
    modelList = List.copyOf(modelList);
  }

  /** The streams of all but the first have numbers, so that no two parts draw the same. */
  @Override
  public MachineVariation start(int nodes, Streams streams) {
    return new Machines(
        IntStream.range(0, modelList.size())
            .mapToObj(
                i -> modelList.get(i).start(nodes, i == 0 ? streams : streams.scoped("part-" + i)))
            .toList());
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

  private static final class Machines implements MachineVariation {
    private final List<MachineVariation> partList;

    /** Which parts the last change was of. */
    private final boolean[] changedArray;

    Machines(List<MachineVariation> parts) {
      this(parts, new boolean[parts.size()]);
    }

    private Machines(List<MachineVariation> partList, boolean[] changedArray) {
      this.partList = partList;
      this.changedArray = changedArray;
    }

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
      for (int i = 0; i < changedArray.length; i++) {
        changedArray[i] = partList.get(i).nextChange() <= now;
        if (changedArray[i]) {
          partList.get(i).change();
        }
      }
    }

    @Override
    public boolean hasChanged(int node) {
      for (int i = 0; i < changedArray.length; i++) {
        if (changedArray[i] && partList.get(i).hasChanged(node)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public boolean feelsLoad() {
      return partList.stream().anyMatch(MachineVariation::feelsLoad);
    }

    @Override
    public void loadChanged(int node, boolean loaded, double now) {
      for (MachineVariation part : partList) {
        part.loadChanged(node, loaded, now);
      }
    }

    @Override
    public MachineVariation copy() {
      return new Machines(
          partList.stream().map(MachineVariation::copy).toList(), changedArray.clone());
    }
  }
}
