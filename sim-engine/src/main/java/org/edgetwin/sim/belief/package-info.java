/** What a scheduler believes about machines, learned from the jobs that ended on them. */
package org.edgetwin.sim.belief;
