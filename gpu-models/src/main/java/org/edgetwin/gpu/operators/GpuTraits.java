package org.edgetwin.gpu.operators;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.edgetwin.gpu.table.Require;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * What the laws know of a GPU before anything was run on it.
 *
 * @param id of the catalogue, or of a GPU that was fitted on
 * @param fp32FlopsPerSecond peak FP32 rate; of the matrix units where they do FP32 (AMD)
 * @param tensorFlopsPerSecond peak dense half-precision rate, NaN if unknown
 * @param specBytesPerSecond memory bandwidth of the data sheet
 * @param measuredBytesPerSecond memory bandwidth that a stream benchmark reached on another card of
 *     the model, NaN if unknown
 * @param multiprocessors number
 * @param powerWatts board power limit
 * @param processNm what the process is called, nm
 * @param wideUnits whether a multiprocessor has 128 FP32 lanes (or more) rather than 64
 */
public record GpuTraits(
    String id,
    double fp32FlopsPerSecond,
    double tensorFlopsPerSecond,
    double specBytesPerSecond,
    double measuredBytesPerSecond,
    int multiprocessors,
    double powerWatts,
    double processNm,
    boolean wideUnits) {
  /** Median share of the specified bandwidth that a stream benchmark reaches (gpu-benches). */
  private static final double USUAL_STREAM_SHARE = 0.85;

  private static final double TERA = 1e12;
  private static final double GIGA = 1e9;

  public GpuTraits {
    Require.positive("fp32FlopsPerSecond", fp32FlopsPerSecond);
    Require.positive("specBytesPerSecond", specBytesPerSecond);
    Require.positive("multiprocessors", multiprocessors);
    Require.positive("powerWatts", powerWatts);
    Require.positive("processNm", processNm);
  }

  static GpuTraits of(NamedCsvRecord row) {
    return new GpuTraits(
        row.getField("gpu_id"),
        ShippedTable.number(row, "fp32_tflops") * TERA,
        ShippedTable.number(row, "tensor_tflops") * TERA,
        ShippedTable.number(row, "mem_bw_gbs") * GIGA,
        ShippedTable.number(row, "measured_mem_bw_gbs") * GIGA,
        Integer.parseInt(row.getField("multiprocessors")),
        ShippedTable.number(row, "tdp_w"),
        ShippedTable.number(row, "process_nm"),
        row.getField("wide_units").equals("1"));
  }

  /** Bandwidth that a stream reaches: measured, else the usual share of the data sheet's. */
  public double streamBytesPerSecond() {
    return Double.isNaN(measuredBytesPerSecond)
        ? USUAL_STREAM_SHARE * specBytesPerSecond
        : measuredBytesPerSecond;
  }

  /**
   * Power that the board may draw per FP32 rate, against the size of the process: how much of its
   * clock a GPU keeps under load. W per TFLOP/s and nm.
   */
  public double powerHeadroom() {
    return powerWatts / (fp32FlopsPerSecond / TERA) / processNm;
  }
}
