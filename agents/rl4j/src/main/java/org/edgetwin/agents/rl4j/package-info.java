/**
 * RL4J's DQN and A3C on flat environments, as a comparison for EdgeTwin's own agents. A module of
 * its own, because RL4J is no longer maintained and brings old libraries (docs/adr/0008).
 */
package org.edgetwin.agents.rl4j;
