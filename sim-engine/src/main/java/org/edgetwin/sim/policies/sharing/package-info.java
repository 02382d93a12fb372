/**
 * Schedulers that pack whole gangs in pairs onto the same GPUs [gandiva2018], [lucid2023], or share
 * GPUs out by markets [gandivafair2020], [themis2020].
 */
package org.edgetwin.sim.policies.sharing;
