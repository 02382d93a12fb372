package org.edgetwin.gpu.operators;

import java.util.Map;
import java.util.stream.Collectors;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * How far predictions of a pass are off, as standard deviations of the log error on what was left
 * out of the fit: for each source the part that all passes on a GPU share, and the rest.
 *
 * @param lawShared of {@link Estimate.Source#LAW}, GPUs left out
 * @param lawOwn likewise
 * @param tableShared of {@link Estimate.Source#TABLE_AND_LAW}, GPUs left out
 * @param tableOwn likewise
 * @param calibratedShared of {@link Estimate.Source#CALIBRATED}, models left out
 * @param calibratedOwn likewise
 */
public record TransferErrors(
    double lawShared,
    double lawOwn,
    double tableShared,
    double tableOwn,
    double calibratedShared,
    double calibratedOwn) {

  private static final class Holder {
    static final TransferErrors STANDARD = read();
  }

  /** The errors shipped with the program. */
  public static TransferErrors standard() {
    return Holder.STANDARD;
  }

  private static TransferErrors read() {
    Map<String, Double> value =
        ShippedTable.rows("operators/transfer-errors.csv", row -> row).stream()
            .collect(
                Collectors.toMap(
                    row -> row.getField("name"), row -> ShippedTable.number(row, "log_sd")));
    return new TransferErrors(
        value.get("law_shared"),
        value.get("law_own"),
        value.get("table_shared"),
        value.get("table_own"),
        value.get("calibrated_shared"),
        value.get("calibrated_own"));
  }
}
