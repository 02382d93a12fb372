/** Scalars of a training over its steps: for TensorBoard, and as a table. */
package org.edgetwin.agents.log;
