/**
 * How fast the program is on this machine, always beside something else that was measured in the
 * same process: {@code edgetwin bench} runs it, and the JMH benchmarks reuse its models.
 */
@NullMarked
package org.edgetwin.cli.bench;

import org.jspecify.annotations.NullMarked;
