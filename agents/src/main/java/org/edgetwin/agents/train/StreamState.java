package org.edgetwin.agents.train;

import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.rng.RandomStream;

/** Where a random stream stands, as six numbers. */
public final class StreamState {
  private StreamState() {}

  /** The state of a stream made by {@link org.edgetwin.sim.kernel.Streams}. */
  public static long[] of(RandomStream stream) {
    return mrg(stream).getState();
  }

  /** Makes a stream continue from a state. */
  public static void restore(RandomStream stream, long[] state) {
    mrg(stream).setSeed(state);
  }

  private static MRG32k3a mrg(RandomStream stream) {
    if (stream instanceof MRG32k3a mrg) {
      return mrg;
    }
    throw new IllegalArgumentException(
        "Cannot keep the state of a stream of "
            + stream.getClass()
            + ". Maybe use Streams.stream.");
  }
}
