/**
 * Nodes that come and go, and machines whose speed wavers: random processes of single nodes, each
 * drawn from named streams, each with a copy that goes on alike.
 */
package org.edgetwin.sim.availability;
