package org.edgetwin.agents.train;

import org.jspecify.annotations.Nullable;

/**
 * A job chosen and placed, or nothing chosen.
 *
 * @param order the orderer's part
 * @param place the placer's part; null if the orderer chose none
 * @param time when, seconds of simulated time
 * @param reward the team's reward from here to the next step
 * @param discount the factor on everything after this step: 1 for none, {@code exp(-rate * dt)} for
 *     a rate per second
 */
public record Step(Act order, @Nullable Act place, double time, double reward, double discount) {}
