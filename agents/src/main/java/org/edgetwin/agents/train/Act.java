package org.edgetwin.agents.train;

import org.edgetwin.agents.net.Decision;

/**
 * One agent's part of a step.
 *
 * @param decision what it saw, standardised
 * @param choice the index it chose; the item count stands for none
 * @param logProbability natural logarithm of the chance of that choice when it was made
 */
public record Act(Decision decision, int choice, double logProbability) {}
