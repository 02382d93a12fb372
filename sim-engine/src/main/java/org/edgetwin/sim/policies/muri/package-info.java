/** The schedulers of the Muri paper, and others as its testbed ran them [muri]. */
package org.edgetwin.sim.policies.muri;
