/** Lifetimes of spot instances: fitted to the earlier part of a trace, held against the later. */
package org.edgetwin.calibration.churn;
