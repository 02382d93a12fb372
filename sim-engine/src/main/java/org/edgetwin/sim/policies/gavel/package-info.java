/**
 * Gavel [gavel]: policies that compute which share of its time each job should spend on each GPU
 * type, and rounds that follow them. AlloX [allox2020] in the same rounds.
 */
package org.edgetwin.sim.policies.gavel;
