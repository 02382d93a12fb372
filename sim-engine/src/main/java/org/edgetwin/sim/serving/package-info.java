/**
 * LLM inference services: replicas with continuous batching, paged KV cache, routing and
 * autoscaling.
 *
 * <p>Requests are not jobs: they never reach a scheduler; a replica is what holds GPUs. The
 * batching follows vLLM's engine [kwon2023], iteration by iteration in its results but not in its
 * cost: iterations between two changes of the batch are one event.
 */
package org.edgetwin.sim.serving;
