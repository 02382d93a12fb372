package org.edgetwin.sim.policies;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.TreeSet;

/** Running jobs in the order of their expected ends. */
final class ExpectedEnds implements Iterable<ExpectedEnds.Entry> {
  /** A running job and when it is expected to end, seconds since the start of the run. */
  record Entry(double end, int job, int gpus) {}

  private final TreeSet<Entry> entries =
      new TreeSet<>(Comparator.comparingDouble(Entry::end).thenComparingInt(Entry::job));
  private double[] endByJob = new double[64];

  void add(int job, double end, int gpus) {
    if (job >= endByJob.length) {
      endByJob = Arrays.copyOf(endByJob, Math.max(job + 1, endByJob.length * 2));
    }
    endByJob[job] = end;
    entries.add(new Entry(end, job, gpus));
  }

  /** Does nothing if the job is not here. */
  void remove(int job) {
    if (job >= endByJob.length) {
      return;
    }
    entries.remove(new Entry(endByJob[job], job, 0));
  }

  @Override
  public Iterator<Entry> iterator() {
    return entries.iterator();
  }

  ExpectedEnds copy() {
    ExpectedEnds copy = new ExpectedEnds();
    copy.entries.addAll(entries);
    copy.endByJob = endByJob.clone();
    return copy;
  }
}
