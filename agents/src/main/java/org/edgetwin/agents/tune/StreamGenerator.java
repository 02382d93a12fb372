package org.edgetwin.agents.tune;

import org.apache.commons.math3.random.AbstractRandomGenerator;
import umontreal.ssj.rng.RandomStream;

/** A named stream as Commons Math wants its random numbers. */
final class StreamGenerator extends AbstractRandomGenerator {
  private final RandomStream stream;

  StreamGenerator(RandomStream stream) {
    this.stream = stream;
  }

  @Override
  public double nextDouble() {
    return stream.nextDouble();
  }

  @Override
  public void setSeed(long seed) {
    throw new UnsupportedOperationException("A named stream has its seed already.");
  }
}
