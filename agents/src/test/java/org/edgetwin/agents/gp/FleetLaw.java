package org.edgetwin.agents.gp;

import java.util.List;

/**
 * A kind of fleets that are generated.
 *
 * @param name what they are called in tables
 * @param factors how large the hidden parts are
 * @param groupsAreSites whether each group is a site; otherwise GPU types and sites have nothing to
 *     do with the groups
 * @param stragglers share of jobs that are slower still, in logarithms by the absolute value of a
 *     normal number of sd 0.8
 */
record FleetLaw(
    String name,
    HiddenFactors.Law factors,
    boolean groupsAreSites,
    double stragglers,
    int leastMachines,
    int mostMachines,
    int leastJobs,
    int mostJobs) {
  /** Groups that overlap and that no feature shows. */
  static final FleetLaw HIDDEN_GROUPS =
      new FleetLaw("hidden groups", HiddenFactors.Law.STANDARD, false, 0, 24, 64, 300, 600);

  static final FleetLaw GROUPS_ARE_SITES =
      new FleetLaw("groups are sites", HiddenFactors.Law.STANDARD, true, 0, 24, 64, 300, 600);

  /** Groups that no feature shows, but that stand apart. */
  static final FleetLaw CLEAR_GROUPS =
      new FleetLaw("clear hidden groups", HiddenFactors.Law.CLEAR, false, 0, 24, 64, 300, 600);

  /** Too few machines to show any groups. */
  static final FleetLaw SIX_MACHINES =
      new FleetLaw("six machines", HiddenFactors.Law.STANDARD, false, 0, 6, 6, 256, 256);

  /** Noise that is not normal. */
  static final FleetLaw STRAGGLERS =
      new FleetLaw("stragglers", HiddenFactors.Law.STANDARD, false, 0.05, 24, 64, 300, 600);

  static List<FleetLaw> all() {
    return List.of(HIDDEN_GROUPS, GROUPS_ARE_SITES, CLEAR_GROUPS, SIX_MACHINES, STRAGGLERS);
  }

  @Override
  public String toString() {
    return name;
  }
}
