package org.edgetwin.sim.engine;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.network.Moved;

/** What one job has on the network and on disks; times in seconds, places by index. */
final class Traffic {
  static final int NOWHERE = -1;
  static final long NO_FLOW = -1;
  private static final int[] NO_PLACES = {};

  /** Where its GPUs are; empty unless it holds some. */
  int[] placeArray = NO_PLACES;

  /** The first place of the present or last attempt. */
  int lastPlace = NOWHERE;

  /** What it still waits for. */
  int awaited;

  /** What it waits for and what it keeps from leaving its places. */
  final List<JobStaging.Request> waitingList = new ArrayList<>();

  final List<JobStaging.Request> pinnedList = new ArrayList<>();

  /** Its checkpoint on the way to its places. */
  final List<Long> downloadList = new ArrayList<>();

  /** Places that want the checkpoint once it has come to the store. */
  final List<Integer> wantingList = new ArrayList<>();

  double stagingSince;

  /** When all should be there if nothing else moved. */
  double expectedTime;

  /** When all was there. */
  double readyTime;

  /** The machine that has the last checkpoint, and the store that has one. */
  int localPlace = NOWHERE;

  int storePlace = NOWHERE;

  /** The checkpoint on its way to a store, from where, and to which. */
  long upload = NO_FLOW;

  int uploadFrom = NOWHERE;
  int uploadTo = NOWHERE;

  /** Whether a newer one waits until that is through. */
  boolean uploadsAgain;

  /** Work in the store, in the checkpoint on its way, and in the one that waits. */
  double storedWork;

  double uploadingWork;
  double waitingWork;

  /** Running seconds between these. */
  double uploadingSeconds;

  double waitingSeconds;

  private double stagingSeconds;
  private double movedBytes;
  private double egressUsd;

  Traffic() {}

  Traffic(Traffic other) {
    placeArray = other.placeArray;
    lastPlace = other.lastPlace;
    awaited = other.awaited;
    waitingList.addAll(other.waitingList);
    pinnedList.addAll(other.pinnedList);
    downloadList.addAll(other.downloadList);
    wantingList.addAll(other.wantingList);
    stagingSince = other.stagingSince;
    expectedTime = other.expectedTime;
    readyTime = other.readyTime;
    localPlace = other.localPlace;
    storePlace = other.storePlace;
    upload = other.upload;
    uploadFrom = other.uploadFrom;
    uploadTo = other.uploadTo;
    uploadsAgain = other.uploadsAgain;
    storedWork = other.storedWork;
    uploadingWork = other.uploadingWork;
    waitingWork = other.waitingWork;
    uploadingSeconds = other.uploadingSeconds;
    waitingSeconds = other.waitingSeconds;
    stagingSeconds = other.stagingSeconds;
    movedBytes = other.movedBytes;
    egressUsd = other.egressUsd;
  }

  void charge(Moved moved) {
    movedBytes += moved.bytes();
    egressUsd += moved.usd();
  }

  /** The job stops waiting. */
  void endStaging(double now) {
    stagingSeconds += now - stagingSince;
  }

  /** The job has given its GPUs back. */
  void leavePlaces() {
    placeArray = NO_PLACES;
    awaited = 0;
    waitingList.clear();
    pinnedList.clear();
    downloadList.clear();
    wantingList.clear();
  }

  double stagingSeconds() {
    return stagingSeconds;
  }

  double movedBytes() {
    return movedBytes;
  }

  double egressUsd() {
    return egressUsd;
  }
}
