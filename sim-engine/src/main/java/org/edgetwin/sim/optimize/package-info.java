/**
 * Ports to libraries of optimisation: linear and integer programs, matchings. Nothing outside this
 * package names the libraries.
 */
package org.edgetwin.sim.optimize;
