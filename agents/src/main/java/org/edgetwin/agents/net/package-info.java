/**
 * The networks that choose a job and a node, in plain Java: what a trained policy needs to run.
 *
 * <p>Both networks are one architecture, {@link org.edgetwin.agents.net.SetScorer}, over two sets:
 * the orderer scores jobs in the light of the nodes, the placer scores nodes in the light of one
 * job. Nothing here knows how a network is trained.
 */
package org.edgetwin.agents.net;
