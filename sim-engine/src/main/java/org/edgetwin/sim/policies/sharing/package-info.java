/** Schedulers that pack whole gangs in pairs onto the same GPUs [gandiva2018], [lucid2023]. */
package org.edgetwin.sim.policies.sharing;
