/**
 * Facts and laws about the networks between the places where GPUs stand: round trips, what one TCP
 * flow and what one machine can send, the last mile to a home, and what leaving a data centre
 * costs.
 *
 * <p>Pure functions of immutable values; fitted numbers are in resources beside this package, whose
 * README names source, date and licence. Times are milliseconds of round trip, rates bit/s or
 * byte/s as their names say.
 */
package org.edgetwin.gpu.network;
