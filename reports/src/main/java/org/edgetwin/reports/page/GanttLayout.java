package org.edgetwin.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.edgetwin.reports.AttemptOrder;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.chart.GanttChart.Bar;
import org.edgetwin.sim.metrics.Attempt;

/** Gives every GPU a row and every attempt its bars; jobs that share a GPU stand side by side. */
final class GanttLayout {
  private static final double WHOLE = 1000;
  private static final double TOLERANCE = 1e-9;

  private final TreeMap<GpuPlace, List<Bar>> barsByGpu = new TreeMap<>();
  private final RunRecords run;

  /** One GPU, in the order of the rows. */
  private record GpuPlace(int group, int node, int gpu) implements Comparable<GpuPlace> {
    private static final Comparator<GpuPlace> ORDER =
        Comparator.comparingInt(GpuPlace::group)
            .thenComparingInt(GpuPlace::node)
            .thenComparingInt(GpuPlace::gpu);

    @Override
    public int compareTo(GpuPlace other) {
      return ORDER.compare(this, other);
    }
  }

  GanttLayout(RunRecords run) {
    this.run = run;
    List<Attempt> byStart = new ArrayList<>(run.attempts());
    byStart.sort(AttemptOrder.BY_START);
    byStart.forEach(this::place);
  }

  private void place(Attempt attempt) {
    for (int i = 0; i < attempt.nodes().length; i++) {
      for (long mask = attempt.gpuMasks()[i]; mask != 0; mask &= mask - 1) {
        GpuPlace gpu =
            new GpuPlace(attempt.group(), attempt.nodes()[i], Long.numberOfTrailingZeros(mask));
        List<Bar> bars = barsByGpu.computeIfAbsent(gpu, g -> new ArrayList<>());
        bars.add(bar(attempt, bars));
      }
    }
  }

  private static Bar bar(Attempt attempt, List<Bar> bars) {
    double height = attempt.milliPerGpu() / WHOLE;
    return new Bar(
        0,
        attempt.startTime(),
        attempt.endTime(),
        attempt.job(),
        height,
        freeOffset(attempt, height, bars),
        !attempt.outcome().equals("done"));
  }

  /** Lowest place beside the jobs that are on the GPU at the start of the attempt. */
  private static double freeOffset(Attempt attempt, double height, List<Bar> bars) {
    List<Bar> beside =
        bars.stream()
            .filter(b -> b.endTime() > attempt.startTime())
            .sorted(Comparator.comparingDouble(Bar::offset))
            .toList();
    double offset = 0;
    for (Bar bar : beside) {
      if (bar.offset() - offset >= height - TOLERANCE) {
        break;
      }
      offset = Math.max(offset, bar.offset() + bar.height());
    }
    return Math.max(0, Math.min(offset, 1 - height));
  }

  int rows() {
    return barsByGpu.size();
  }

  /** Names of the GPUs, by row. */
  List<String> names() {
    return barsByGpu.keySet().stream()
        .map(
            g -> run.groups().get(g.group()).gpuModel() + ", node " + g.node() + ", GPU " + g.gpu())
        .toList();
  }

  /** All bars with their rows. */
  List<Bar> bars() {
    List<Bar> placed = new ArrayList<>();
    int row = 0;
    for (List<Bar> bars : barsByGpu.values()) {
      for (Bar bar : bars) {
        placed.add(
            new Bar(
                row,
                bar.startTime(),
                bar.endTime(),
                bar.job(),
                bar.height(),
                bar.offset(),
                bar.cut()));
      }
      row++;
    }
    return placed;
  }
}
