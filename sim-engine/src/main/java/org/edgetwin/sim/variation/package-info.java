/** Machines of one model are not alike, and not the same every day. */
package org.edgetwin.sim.variation;
