package org.edgetwin.sim.explain;

/** Why a job cannot start on a node group now. The first that holds is told. */
public enum Obstacle {
  OTHER_VIRTUAL_CLUSTER("belongs to another virtual cluster"),
  GPU_MODEL("the job does not run on this GPU model"),
  GPU_MEMORY("its GPUs have too little memory"),
  PRICE("above the job's price cap"),
  NO_SPEED("the job would make no progress here"),
  TOO_SMALL("never has that many GPUs together"),
  AWAY("all its nodes are away or drained"),
  BUSY("too few GPUs free together"),
  HOST("too little CPU or host memory beside the free GPUs"),
  QUOTA("the quota of the virtual cluster is used up");

  private final String words;

  Obstacle(String words) {
    this.words = words;
  }

  /** For people, to follow the name of a group. */
  public String words() {
    return words;
  }
}
