/** What jobs take of the machine around their GPUs, and what is left to each where it is short. */
package org.edgetwin.gpu.host;
