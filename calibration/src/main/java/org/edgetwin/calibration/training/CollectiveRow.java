package org.edgetwin.calibration.training;

import java.util.List;
import java.util.Locale;
import org.edgetwin.calibration.data.DataSet;
import org.edgetwin.gpu.collective.Group;
import org.edgetwin.gpu.collective.Operation;

/**
 * One of Vidur's measurements of a collective: the median of a few repeats.
 *
 * @param operation what was done
 * @param group by which GPUs
 * @param bytes of the message
 * @param seconds it took
 */
record CollectiveRow(Operation operation, Group group, double bytes, double seconds) {
  private static final double SECONDS_PER_MS = 1e-3;

  /**
   * Send and receive of the A100 and H100 pairs are left out: upstream's two files are one, byte
   * for byte, and its rate of up to 318 GB/s is more than an A100's NVLink carries one way (300).
   */
  private static final List<String> FILES =
      List.of(
          "a100_dgx_all_reduce",
          "h100_dgx_all_reduce",
          "a100_pairwise_nvlink_all_reduce",
          "h100_pairwise_nvlink_all_reduce",
          "a100_dgx_send_recv",
          "h100_dgx_send_recv",
          "a40_pairwise_nvlink_send_recv");

  /** All rows, file by file. */
  static List<CollectiveRow> all() {
    return FILES.stream().flatMap(file -> rows(file).stream()).toList();
  }

  /** Whether the group stays inside a DGX node and adds up. */
  boolean isAllReduceInDgx() {
    return operation == Operation.ALL_REDUCE
        && group.nodes() == 1
        && group.system().endsWith("-dgx");
  }

  /** Whether the group spreads over DGX nodes and adds up. */
  boolean isAllReduceOverDgx() {
    return operation == Operation.ALL_REDUCE
        && group.nodes() > 1
        && group.system().endsWith("-dgx");
  }

  private static List<CollectiveRow> rows(String file) {
    Operation operation = file.endsWith("all_reduce") ? Operation.ALL_REDUCE : Operation.SEND_RECV;
    String name = operation.name().toLowerCase(Locale.ROOT);
    String system =
        file.substring(0, file.length() - name.length() - 1)
            .replace("pairwise_nvlink", "pairs")
            .replace('_', '-');
    return DataSet.rows(
        "vidur-collectives/net_" + file + ".csv.gz",
        row ->
            new CollectiveRow(
                operation,
                new Group(
                    system,
                    Integer.parseInt(row.getField("num_workers")),
                    Integer.parseInt(row.getField("devices_per_node"))),
                DataSet.number(row, "size"),
                SECONDS_PER_MS * DataSet.number(row, "time_stats." + name + ".median")));
  }
}
