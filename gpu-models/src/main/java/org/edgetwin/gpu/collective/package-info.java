/**
 * What a message costs between GPUs: point to point, and the all-reduce that adds up one array over
 * all workers.
 *
 * <p>Laws count start-ups and bytes (ring, tree, two levels, or one fitted start-up and one bus
 * bandwidth); measured curves win inside the range that was measured. All times are seconds, all
 * sizes bytes. Pure functions of immutable values.
 */
package org.edgetwin.gpu.collective;
