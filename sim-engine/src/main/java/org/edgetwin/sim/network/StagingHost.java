package org.edgetwin.sim.network;

/** A simulation that stages items to places. */
public interface StagingHost extends NetworkHost {
  Staging staging();

  /**
   * An item that was not there has come to a place.
   *
   * @param place who asked for it
   * @param item index of the item
   * @param moved what it took
   */
  void staged(int place, int item, Moved moved);

  @Override
  default void flowCompleted(long flow) {
    staging().arrived(flow);
  }
}
