package org.edgetwin.gpu.inference;

import java.util.HashMap;
import java.util.Map;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * Equal GPUs of one node that split every layer of a model between them (tensor parallelism).
 *
 * @param gpu their model
 * @param gpus how many, at least 1
 * @param linkGbs what one GPU can send to the others while it receives as much, 1e9 byte/s
 */
public record GpuGroup(GpuModel gpu, int gpus, double linkGbs) {
  /** A PCIe 4.0 x16 slot as measured, for GPUs without a link of their own. */
  private static final double PCIE_GBS = 26;

  private static final class Links {
    static final Map<String, Double> GBS = load();

    private static Map<String, Double> load() {
      Map<String, Double> links = new HashMap<>();
      ShippedTable.rows(
              "inference/links.csv",
              row -> Map.entry(row.getField("gpu_id"), ShippedTable.number(row, "link_gbs")))
          .forEach(entry -> links.put(entry.getKey(), entry.getValue()));
      return Map.copyOf(links);
    }
  }

  public GpuGroup {
    if (gpus < 1) {
      throw new IllegalArgumentException("A group of " + gpus + " GPUs cannot run a model.");
    }
    if (!(linkGbs > 0)) {
      throw new IllegalArgumentException(
          "The link between the GPUs (" + linkGbs + " GB/s) must be faster than 0.");
    }
  }

  /** With the link of the GPU's data sheet, else PCIe 4.0. */
  public static GpuGroup of(GpuModel gpu, int gpus) {
    return new GpuGroup(gpu, gpus, Links.GBS.getOrDefault(gpu.id(), PCIE_GBS));
  }

  /** Memory of all of them, bytes. */
  public double memoryBytes() {
    return gpus * gpu.memoryGb() * 1e9;
  }

  /** Specified memory bandwidth of all of them, byte/s. */
  double peakBytesPerSecond() {
    return gpus * gpu.memoryBandwidthGbs() * 1e9;
  }

  /** Specified arithmetic of all of them, FLOP/s: tensor cores if there are. */
  double peakFlopPerSecond() {
    return gpus * (gpu.hasTensorRate() ? gpu.tensorTflops() : gpu.fp32Tflops()) * 1e12;
  }

  /** Bytes that cross a GPU's link in a ring all-reduce, for each byte reduced. */
  double ringShare() {
    return 2.0 * (gpus - 1) / gpus;
  }
}
