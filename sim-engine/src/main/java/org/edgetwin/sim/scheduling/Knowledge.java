package org.edgetwin.sim.scheduling;

import java.util.Locale;

/**
 * What a scheduler must be told to work. Declared by every policy and printed beside every result:
 * a policy that knows durations is not comparable with one that does not unless this is said.
 */
public record Knowledge(DurationKnowledge duration, SpeedKnowledge speed) {
  public static final Knowledge NONE = new Knowledge(DurationKnowledge.NONE, SpeedKnowledge.NONE);

  public static Knowledge of(DurationKnowledge duration) {
    return new Knowledge(duration, SpeedKnowledge.NONE);
  }

  /** Everything that one or the other knows. */
  public Knowledge and(Knowledge other) {
    return new Knowledge(
        duration.compareTo(other.duration) >= 0 ? duration : other.duration,
        speed.compareTo(other.speed) >= 0 ? speed : other.speed);
  }

  @Override
  public String toString() {
    String durations = "durations: " + duration.name().toLowerCase(Locale.ROOT);
    return speed == SpeedKnowledge.NONE
        ? durations
        : durations + ", speeds: " + speed.name().toLowerCase(Locale.ROOT);
  }
}
