/**
 * What came of holding models against measurements: predictions, errors, figures and their bars.
 */
package org.edgetwin.sim.validation;
