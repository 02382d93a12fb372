package org.edgetwin.scenarios.generate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.workload.JobEnd;
import org.edgetwin.sim.workload.Workload;

/**
 * Several workloads as one, in order of time; at one instant, in the order in which they were
 * given. The end of a job is told to the workload that submitted it, if that is a closed loop.
 */
final class MergedWorkload implements Workload {
  private final List<Workload> workloadList;
  private final IdentityHashMap<JobSpec, Integer> sourceByOpenJob = new IdentityHashMap<>();
  private int earliest;

  MergedWorkload(List<Workload> workloads) {
    workloadList = List.copyOf(workloads);
    findEarliest();
  }

  private void findEarliest() {
    earliest = 0;
    for (int i = 1; i < workloadList.size(); i++) {
      if (workloadList.get(i).nextTime() < workloadList.get(earliest).nextTime()) {
        earliest = i;
      }
    }
  }

  @Override
  public double nextTime() {
    return workloadList.get(earliest).nextTime();
  }

  @Override
  public JobSpec next() {
    Workload workload = workloadList.get(earliest);
    JobSpec job = workload.next();
    if (workload.isClosedLoop()) {
      sourceByOpenJob.put(job, earliest);
    }
    findEarliest();
    return job;
  }

  @Override
  public boolean isClosedLoop() {
    return workloadList.stream().anyMatch(Workload::isClosedLoop);
  }

  @Override
  public void onEnd(JobEnd end) {
    Integer source = sourceByOpenJob.remove(end.job());
    if (source != null) {
      workloadList.get(source).onEnd(end);
      findEarliest();
    }
  }

  @Override
  public MergedWorkload copy() {
    List<Workload> copies = new ArrayList<>();
    workloadList.forEach(workload -> copies.add(workload.copy()));
    MergedWorkload copy = new MergedWorkload(copies);
    copy.sourceByOpenJob.putAll(sourceByOpenJob);
    return copy;
  }
}
