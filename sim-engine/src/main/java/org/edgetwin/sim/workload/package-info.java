/** Where jobs come from. */
package org.edgetwin.sim.workload;
