/** LLM services of a scenario: what their replicas can stand on, and their requests. */
@NullMarked
package org.edgetwin.scenarios.serving;

import org.jspecify.annotations.NullMarked;
