/** Environments and policies of as many numbers and actions at every step. */
package org.edgetwin.agents.flat;
