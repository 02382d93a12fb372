package org.edgetwin.gpu.network;

import java.util.List;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * What one TCP flow can send at most: a window of bytes per round trip. The window is the
 * receiver's; public tests between clouds give 8.4 MB into AWS and 27 MB into GCP [intercloud].
 *
 * @param bytes that may be under way at once
 */
public record TcpWindow(double bytes) {
  private static final double BITS_PER_BYTE = 8;

  private static final class Holder {
    static final List<WindowRow> ROWS =
        ShippedTable.rows(
            "network/tcp-windows.csv",
            row -> new WindowRow(row.getField("network"), ShippedTable.number(row, "bytes")));
  }

  private record WindowRow(String network, double bytes) {}

  public TcpWindow {
    if (!(bytes > 0)) {
      throw new IllegalArgumentException("The TCP window (" + bytes + " bytes) is not positive.");
    }
  }

  /** The window of receivers on a network; that of the unnamed network if it is not listed. */
  public static TcpWindow of(String network) {
    double bytes = 0;
    for (WindowRow row : Holder.ROWS) {
      if (row.network().equals(network) || (bytes == 0 && row.network().equals(Site.NO_NETWORK))) {
        bytes = row.bytes();
      }
    }
    return new TcpWindow(bytes);
  }

  /** The most that one flow gets, byte/s; infinite at no round trip. */
  public double bytesPerSecond(double rttMs) {
    return rttMs <= 0 ? Double.POSITIVE_INFINITY : bytes / (rttMs / 1000);
  }

  /** The most that one flow gets, Gbit/s. */
  public double gbitPerSecond(double rttMs) {
    return bytesPerSecond(rttMs) * BITS_PER_BYTE / 1e9;
  }
}
