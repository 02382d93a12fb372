package org.edgetwin.sim.metrics;

/**
 * One attempt of a job: a bar in a Gantt chart.
 *
 * @param job order of submission
 * @param group node group
 * @param nodes indices of its nodes
 * @param gpuMasks for each node, the GPUs as bits
 * @param milliPerGpu share of each GPU, thousandths
 * @param startTime seconds since the start of the run
 * @param endTime seconds since the start of the run
 * @param outcome why it ended: done, preempted (by its scheduler), failed (its machine did), left
 *     (its machine did), reclaimed (by the owner of its machine), interrupted (its provider took
 *     the spot instance back), limit, cancelled or unfinished
 */
@SuppressWarnings("ArrayRecordComponent") // compact, and never compared by value
public record Attempt(
    int job,
    int group,
    int[] nodes,
    long[] gpuMasks,
    int milliPerGpu,
    double startTime,
    double endTime,
    String outcome) {}
