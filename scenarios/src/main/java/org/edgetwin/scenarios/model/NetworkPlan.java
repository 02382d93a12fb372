package org.edgetwin.scenarios.model;

import org.jspecify.annotations.Nullable;

/** How data comes to the machines. */
@Choice(doc = "How data comes to the machines.")
public sealed interface NetworkPlan permits NetworkPlan.None, NetworkPlan.WideArea {
  /** No network. */
  @Option(
      value = "none",
      doc = "All data is everywhere at once and costs nothing; what jobs need is not looked at.")
  record None() implements NetworkPlan {}

  /** The internet. */
  @Option(
      value = "wide_area",
      doc =
          "Data comes from stores, one in each region that the scenario names, over lines that"
              + " transfers share. Every node needs a region.")
  record WideArea(
      @Key(
              doc =
                  "Cloud on whose network data centres and stores are: decides round trips, TCP"
                      + " windows, the price of bytes that leave a region, and what one machine may"
                      + " send.",
              preset = "aws")
          CloudProvider provider,
      @Key(
              doc = "TCP connections of each transfer: each moves at most a window per round trip.",
              preset = "16",
              min = 1,
              max = 1000)
          int connections,
      @Key(
              doc =
                  "What each data-centre node adds to the line out of its site. Left out: what the"
                      + " provider lets a machine send.",
              preset = Key.NONE,
              unit = Unit.LINE_RATE,
              min = 0.001,
              max = 1e9,
              example = "5 Gbit/s")
          @Nullable Double nodeUpMbits,
      @Key(
              doc = "What each data-centre node adds to the line into its site.",
              preset = "10 Gbit/s",
              unit = Unit.LINE_RATE,
              min = 0.001,
              max = 1e9)
          double nodeDownMbits,
      @Key(
              doc = "What a store sends at most, and takes.",
              preset = "100 Gbit/s",
              unit = Unit.LINE_RATE,
              min = 0.001,
              max = 1e9)
          double storeMbits,
      @Key(doc = "The lines of community nodes.", preset = "{}") HomeLines homes)
      implements NetworkPlan {}
}
