package org.edgetwin.sim.kernel;

import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.rng.RandomStream;

/**
 * Named random streams of one replication.
 *
 * <p>A stream is SSJ's MRG32k3a [lecuyer2002], started at a state computed from the experiment's
 * seed and the stream's name alone, then moved to the replication's substream (substreams are 2^76
 * steps apart). So a stream does not depend on who asks first, on threads, or on which other
 * streams exist: two schedulers compared on one seed meet the same arrivals, durations and failures
 * (common random numbers). Starting states are spread over a period of 2^191; for a million streams
 * of a billion draws each the chance of any overlap is below 10^-35.
 *
 * <p>Names are paths such as {@code "workload/arrivals"} or {@code "failures/node-17"}; one
 * purpose, one name.
 */
public final class Streams {
  private final long seed;
  private final int replication;
  private final String prefix;

  /**
   * The streams of one replication.
   *
   * @param seed the seed of the experiment
   * @param replication 1 for the first replication
   */
  public Streams(long seed, int replication) {
    this(seed, replication, "");
  }

  private Streams(long seed, int replication, String prefix) {
    if (replication < 1) {
      throw new IllegalArgumentException("The replication (" + replication + ") is not positive.");
    }
    this.seed = seed;
    this.replication = replication;
    this.prefix = prefix;
  }

  /** The streams of one component: every name is put behind {@code scope/}. */
  public Streams scoped(String scope) {
    return new Streams(seed, replication, prefix + scope + "/");
  }

  public long seed() {
    return seed;
  }

  public int replication() {
    return replication;
  }

  /** A new stream at the start of this replication's substream; equal names give equal numbers. */
  public RandomStream stream(String name) {
    MRG32k3a stream = create(prefix + name);
    stream.setSeed(Substreams.skip(state(prefix + name), replication - 1));
    return stream;
  }

  /** An independent copy that continues like the original. */
  public static RandomStream copyOf(RandomStream stream) {
    if (stream instanceof MRG32k3a mrg) {
      return mrg.clone();
    }
    throw new IllegalArgumentException(
        "Cannot copy a stream of " + stream.getClass() + ". Maybe use Streams.stream.");
  }

  // The constructor of MRG32k3a advances a static, unguarded seed; the value it takes there is
  // overwritten at once.
  private static synchronized MRG32k3a create(String name) {
    return new MRG32k3a(name);
  }

  private long[] state(String name) {
    long hash = mix(seed ^ 0x9E3779B97F4A7C15L);
    for (int i = 0; i < name.length(); i++) {
      hash = mix(hash + 0x9E3779B97F4A7C15L * (name.charAt(i) + 1L));
    }
    long[] state = new long[6];
    for (int i = 0; i < 6; i++) {
      hash = mix(hash + 0x9E3779B97F4A7C15L);
      // 1 .. modulus - 1, so neither triple can be all zero.
      state[i] = 1 + Long.remainderUnsigned(hash, (i < 3 ? Substreams.M1 : Substreams.M2) - 1);
    }
    return state;
  }

  /** The finaliser of SplitMix64 [steele2014], a bijection with full avalanche. */
  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
