package org.edgetwin.agents.rl4j;

import java.util.List;
import java.util.Optional;
import org.edgetwin.agents.flat.FlatEnvironment;
import org.edgetwin.agents.flat.FlatEnvironmentProvider;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/**
 * Routing to a fast (action 0) and a slow (action 2) queue of a few places; action 1 is never
 * allowed, and a full queue is not either. The cost of a step is the number of jobs present.
 */
final class TwoQueues implements FlatEnvironment {
  static final int STEPS = 25;
  private static final int PLACES = 8;
  private static final double FAST = 0.9;
  private static final double SLOW = 0.15;

  private RandomStream stream = new Streams(0, 1).stream("queues");
  private int fast;
  private int slow;
  private int step;

  @Override
  public int observationSize() {
    return 2;
  }

  @Override
  public int actionCount() {
    return 3;
  }

  @Override
  public float[] reset(long seed) {
    stream = new Streams(seed, 1).stream("queues");
    fast = 0;
    slow = 0;
    step = 0;
    return observation();
  }

  private float[] observation() {
    return new float[] {fast / (float) PLACES, slow / (float) PLACES};
  }

  @Override
  public boolean[] actionMask() {
    return new boolean[] {fast < PLACES, false, slow < PLACES};
  }

  @Override
  public Transition step(int action) {
    if (!actionMask()[action]) {
      throw new IllegalArgumentException("Action " + action + " is not allowed.");
    }
    if (action == 0) {
      fast++;
    } else {
      slow++;
    }
    if (fast > 0 && stream.nextDouble() < FAST) {
      fast--;
    }
    if (slow > 0 && stream.nextDouble() < SLOW) {
      slow--;
    }
    step++;
    return new Transition(observation(), -(fast + slow) / 4.0, false, step == STEPS);
  }

  /** Finds the two queues by name. */
  public static final class Provider implements FlatEnvironmentProvider {
    @Override
    public List<String> names() {
      return List.of("two-queues");
    }

    @Override
    public Optional<FlatEnvironment> create(String name, long seed) {
      return name.equals("two-queues") ? Optional.of(new TwoQueues()) : Optional.empty();
    }
  }
}
