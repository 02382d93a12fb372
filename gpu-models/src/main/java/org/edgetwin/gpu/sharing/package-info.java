/**
 * What jobs that share one GPU do to each other, in two models that may check each other.
 *
 * <ul>
 *   <li>The physical one: {@linkplain org.edgetwin.gpu.sharing.JobDemand demands} of each job on a
 *       few resources, rates by {@linkplain org.edgetwin.gpu.sharing.ProgressiveFilling progressive
 *       filling}, then taxes for interference ({@link org.edgetwin.gpu.sharing.SharingLaw}), under
 *       a {@linkplain org.edgetwin.gpu.sharing.SharingMode mode of sharing}. Any number of jobs.
 *   <li>The statistical one: a Gaussian process over pairs of jobs ({@link
 *       org.edgetwin.gpu.sharing.PairPosterior}) that says how sure it is, and which pairs to
 *       measure next ({@link org.edgetwin.gpu.sharing.ProbePlanner}).
 * </ul>
 *
 * <p>The fits behind the numbers are in the module {@code calibration}, package {@code sharing}.
 */
package org.edgetwin.gpu.sharing;
