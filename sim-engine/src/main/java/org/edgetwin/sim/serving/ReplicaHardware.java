package org.edgetwin.sim.serving;

import org.edgetwin.gpu.serving.IterationTime;

/**
 * A GPU model that replicas of a service can stand on, and what they are there.
 *
 * @param gpuModel id of the GPU model
 * @param times of an iteration on such a replica
 * @param engine its settings; the blocks of KV cache depend on the memory of the GPU
 */
public record ReplicaHardware(String gpuModel, IterationTime times, EngineSettings engine) {}
