/** Orderings that learn from the jobs that have ended, and know nothing of those that have not. */
package org.edgetwin.sim.policies.history;
