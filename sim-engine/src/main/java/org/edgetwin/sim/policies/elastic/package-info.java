/**
 * Schedulers that change the gangs of elastic jobs while they run: {@link
 * org.edgetwin.sim.policies.elastic.ElasticRounds} and what each paper plans.
 */
package org.edgetwin.sim.policies.elastic;
