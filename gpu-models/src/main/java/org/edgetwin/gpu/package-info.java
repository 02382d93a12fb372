/**
 * Facts and laws about GPUs: which models exist, how fast they run a workload, what jobs that share
 * one GPU do to each other, what they draw, what they cost, and how far apart the regions are that
 * host them.
 *
 * <p>Everything here is a pure function of immutable values. Tables are loaded once, lazily, from
 * CSV resources whose README files name source, date and licence; after that a look-up allocates
 * nothing. An unknown number is {@link java.lang.Double#NaN}, never zero, and every fallback for it
 * is documented where it is applied.
 */
package org.edgetwin.gpu;
