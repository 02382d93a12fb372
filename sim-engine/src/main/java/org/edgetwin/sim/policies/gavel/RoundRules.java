package org.edgetwin.sim.policies.gavel;

/**
 * How rounds go.
 *
 * @param roundSeconds longest round
 * @param resetSeconds least time between two computations of shares
 * @param idleSeconds how long jobs without shares wait for the next arrival when nothing runs,
 *     before shares are computed for them anyway
 * @param followsShares whether jobs run only where they have a share
 */
record RoundRules(
    double roundSeconds, double resetSeconds, double idleSeconds, boolean followsShares) {}
