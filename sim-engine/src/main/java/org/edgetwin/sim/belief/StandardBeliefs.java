package org.edgetwin.sim.belief;

/**
 * The beliefs that need no learning of their own laws. Their spreads are fixed proposals, of the
 * size that public traces show for machines of one model; nothing is fitted to the machines at
 * hand.
 */
public final class StandardBeliefs {
  private static final double MACHINE_SD = 0.35;
  private static final double NOISE_SD = 0.2;
  private static final double WANDER_SD_PER_HOUR = 0.05;
  private static final int LEAST_FOR_OWN_SD = 3;

  private StandardBeliefs() {}

  /** Nothing is learnt: every machine is as tables of speeds say. */
  public static final BeliefFactory NONE = fleet -> new PriorBelief(MACHINE_SD);

  /** The plain average of what was seen of a machine. */
  public static final BeliefFactory MEAN =
      fleet -> new MachineAverage(fleet.nodeCount(), MACHINE_SD, LEAST_FOR_OWN_SD);

  /** The average, drawn towards the promise the less was seen, and fading. */
  public static final BeliefFactory SHRINKAGE =
      fleet -> new KalmanShrinkage(fleet.nodeCount(), MACHINE_SD, NOISE_SD, WANDER_SD_PER_HOUR);
}
