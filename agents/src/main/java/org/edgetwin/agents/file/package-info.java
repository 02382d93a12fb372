/**
 * What is kept of an agent: the policy file that users pass on, and the checkpoint of a training.
 */
package org.edgetwin.agents.file;
