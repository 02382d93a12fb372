package org.edgetwin.reports.page;

import org.edgetwin.sim.metrics.JobRecord;

/** Sizes of gangs as people sort them. */
enum GangSize {
  NONE("no GPU", 0),
  ONE("1 or a share", 1),
  UP_TO_4("2–4", 4),
  UP_TO_8("5–8", 8),
  UP_TO_16("9–16", 16),
  UP_TO_64("17–64", 64),
  MORE("65 or more", Integer.MAX_VALUE);

  private final String label;
  private final int largest;

  GangSize(String label, int largest) {
    this.label = label;
    this.largest = largest;
  }

  static GangSize of(JobRecord job) {
    for (GangSize size : values()) {
      if (job.gpus() <= size.largest) {
        return size;
      }
    }
    return MORE;
  }

  @Override
  public String toString() {
    return label;
  }
}
