/** JMH benchmarks of the kernel and the engine, and the comparison with other programs. */
@NullMarked
package org.edgetwin.benchmarks;

import org.jspecify.annotations.NullMarked;
