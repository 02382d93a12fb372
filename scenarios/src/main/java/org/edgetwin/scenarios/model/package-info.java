/**
 * What a scenario file says, as immutable records. The records are the one source of the parser, of
 * the JSON Schema and of the key reference: a component is a key, its {@link
 * org.edgetwin.scenarios.model.Key} tells what it means.
 */
@NullMarked
package org.edgetwin.scenarios.model;

import org.jspecify.annotations.NullMarked;
