/** What a job asks for, what becomes of it, and what of it a scheduler may see. */
package org.edgetwin.sim.job;
