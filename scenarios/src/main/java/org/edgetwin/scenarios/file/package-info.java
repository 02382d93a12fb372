/** Scenario files: YAML with source positions, imports, overrides, binding, schema, reference. */
@NullMarked
package org.edgetwin.scenarios.file;

import org.jspecify.annotations.NullMarked;
