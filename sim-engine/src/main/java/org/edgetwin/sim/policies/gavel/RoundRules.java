package org.edgetwin.sim.policies.gavel;

/**
 * How rounds go.
 *
 * @param roundSeconds longest round
 * @param resetSeconds least time between two computations of shares
 * @param idleSeconds how long jobs without shares wait for the next arrival when nothing runs,
 *     before shares are computed for them anyway
 * @param followsShares whether jobs run only where they have a share
 * @param partners with how many others each job may share GPUs at most, on each type; 0: no sharing
 */
record RoundRules(
    double roundSeconds,
    double resetSeconds,
    double idleSeconds,
    boolean followsShares,
    int partners) {}
