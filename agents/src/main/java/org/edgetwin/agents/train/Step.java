package org.edgetwin.agents.train;

import java.util.List;

/**
 * A job chosen and placed, or nothing chosen. All agents of a step share its advantage.
 *
 * @param order the orderer's part
 * @param places the placer's parts, one for each pick of a node: none if the orderer chose none,
 *     several for a job that spans nodes
 * @param decision number of the scheduler's decision that it is a part of, in its episode; the
 *     steps of one decision have the same
 * @param time when, seconds of simulated time
 * @param reward the team's reward from here to the next step
 * @param discount the factor on everything after this step: 1 for none, {@code exp(-rate * dt)} for
 *     a rate per second
 */
public record Step(
    Act order, List<Act> places, long decision, double time, double reward, double discount) {
  public Step {
    places = List.copyOf(places);
  }
}
