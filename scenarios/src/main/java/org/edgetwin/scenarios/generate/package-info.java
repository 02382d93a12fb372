/** Workloads: replayed, resampled and generated jobs. */
@NullMarked
package org.edgetwin.scenarios.generate;

import org.jspecify.annotations.NullMarked;
