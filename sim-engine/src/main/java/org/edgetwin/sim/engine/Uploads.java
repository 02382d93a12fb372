package org.edgetwin.sim.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.edgetwin.sim.job.DataNeeds;
import org.edgetwin.sim.network.ClusterNetwork;
import org.edgetwin.sim.network.Moved;

/**
 * Takes checkpoints and results of jobs to their stores in the background; charged in full when
 * they begin.
 *
 * <p>A job sends one checkpoint at a time; of those that it writes meanwhile the newest follows. A
 * machine at home that leaves takes a checkpoint that was not through with it: its job falls back
 * to the one in the store.
 *
 * <p>Limits: checkpoints take no room on disks. What a scheduler's preemption saved, and results,
 * go through even if their machine leaves. Progress that is saved continuously moves no bytes.
 */
final class Uploads {
  private final JobStaging host;
  private final ClusterNetwork plan;
  private final Map<Long, Integer> jobByFlow = new LinkedHashMap<>();

  Uploads(JobStaging host, ClusterNetwork plan) {
    this.host = host;
    this.plan = plan;
  }

  /** For a fork. */
  Uploads(JobStaging host, Uploads other) {
    this(host, other.plan);
    jobByFlow.putAll(other.jobByFlow);
  }

  /** Where a job at a place saves. */
  private int store(Job job, int place) {
    int wanted = job.spec.data().store();
    return wanted == DataNeeds.NEAREST ? plan.spot(place).store() : wanted;
  }

  /** A job has written a checkpoint; its figures are still those of the one before. */
  void saved(Job job) {
    Traffic traffic = job.traffic;
    if (job.spec.data().checkpointBytes() == 0 || job.doneWork <= job.savedWork) {
      return;
    }
    traffic.localPlace = traffic.lastPlace;
    traffic.waitingWork = job.doneWork;
    traffic.waitingSeconds += job.unsavedSeconds;
    if (traffic.upload == Traffic.NO_FLOW) {
      begin(job);
    } else {
      traffic.uploadsAgain = true;
    }
  }

  private void begin(Job job) {
    Traffic traffic = job.traffic;
    traffic.uploadsAgain = false;
    traffic.uploadingWork = traffic.waitingWork;
    traffic.uploadingSeconds = traffic.waitingSeconds;
    traffic.waitingSeconds = 0;
    traffic.uploadFrom = traffic.localPlace;
    traffic.uploadTo = store(job, traffic.localPlace);
    double bytes = job.spec.data().checkpointBytes();
    traffic.upload = send(job, traffic.uploadFrom, traffic.uploadTo, bytes);
    jobByFlow.put(traffic.upload, job.id);
  }

  private long send(Job job, int from, int to, double bytes) {
    job.traffic.charge(new Moved(bytes, plan.area().usd(from, to, bytes)));
    return host.network().start(plan.area().transfer(from, to, bytes, plan.connections()));
  }

  /** A flow has ended that was none of the host's own. */
  void arrived(long flow) {
    Integer id = jobByFlow.remove(flow);
    Job job = id == null ? null : host.job(id);
    if (job == null) {
      return;
    }
    Traffic traffic = job.traffic;
    traffic.upload = Traffic.NO_FLOW;
    traffic.storePlace = traffic.uploadTo;
    traffic.storedWork = traffic.uploadingWork;
    traffic.uploadingSeconds = 0;
    if (traffic.uploadsAgain) {
      begin(job);
    } else {
      host.stored(job);
    }
  }

  /** A node of a job is about to go: undoes the saving of what has not got away from it. */
  void machineLost(Job job, int node) {
    Traffic traffic = job.traffic;
    int lost = plan.place(node);
    if (traffic.upload == Traffic.NO_FLOW
        || traffic.uploadFrom != lost
        || !plan.spot(lost).machine()) {
      return;
    }
    double left = host.network().bytesLeft(traffic.upload);
    host.network().cancel(traffic.upload);
    jobByFlow.remove(traffic.upload);
    traffic.charge(new Moved(-left, -plan.area().usd(lost, traffic.uploadTo, left)));
    job.savedWork = traffic.storedWork;
    job.unsavedSeconds += traffic.uploadingSeconds + traffic.waitingSeconds;
    traffic.upload = Traffic.NO_FLOW;
    traffic.uploadsAgain = false;
    traffic.uploadingSeconds = 0;
    traffic.waitingSeconds = 0;
    traffic.localPlace = Traffic.NOWHERE;
  }

  /** A job that saves continuously has lost its machine. */
  void savedContinuously(Job job) {
    if (job.spec.data().checkpointBytes() > 0 && job.doneWork > 0) {
      job.traffic.localPlace = job.traffic.lastPlace;
      job.traffic.storePlace = store(job, job.traffic.lastPlace);
      job.traffic.storedWork = job.doneWork;
    }
  }

  /** A job is done. */
  void done(Job job) {
    double bytes = job.spec.data().resultBytes();
    if (bytes > 0) {
      send(job, job.traffic.lastPlace, store(job, job.traffic.lastPlace), bytes);
    }
  }
}
