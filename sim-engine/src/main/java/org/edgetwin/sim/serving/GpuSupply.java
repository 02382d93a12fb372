package org.edgetwin.sim.serving;

/** Where replicas get their GPUs from. */
public interface GpuSupply {
  /**
   * A replica wants GPUs. Sooner or later, maybe at once, {@link Services#placed} says that it has
   * them.
   */
  void request(int service, int replica);

  /** A replica gives back its GPUs, or no longer waits for them. */
  void release(int service, int replica);
}
