package org.edgetwin.sim.fleet;

/** What may be seen of a node. */
public interface NodeView {
  int index();

  NodeSpec spec();

  NodeState state();

  /** Index of the group of interchangeable GPUs it belongs to. */
  int group();

  /** GPUs that nobody holds any part of; 0 unless the node is up. */
  int freeGpus();

  /** Free thousandths of one GPU. */
  int freeMilli(int gpu);

  /** Free device memory of one GPU, GB. */
  double freeGpuMemoryGb(int gpu);

  int freeCpuMilli();

  int freeMemoryMib();

  /** Number of jobs that hold a part of one GPU. */
  int residentCount(int gpu);

  /** Another number after every change of anything here, so that it need not be looked at twice. */
  int version();

  /** Jobs that share one GPU, in order of their coming; must not be changed. */
  int[] residents(int gpu);
}
