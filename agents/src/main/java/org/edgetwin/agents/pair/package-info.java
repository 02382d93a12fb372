/**
 * The two agents at work: one picks a job, the other a node for it, in turn, until a decision is
 * made. Whoever chooses (a linear rule, two networks, a learner that explores) sees the same
 * choices, features and masks.
 */
package org.edgetwin.agents.pair;
