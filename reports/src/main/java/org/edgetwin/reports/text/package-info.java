/** Numbers and markup for people: durations, quantities, escaped HTML. */
package org.edgetwin.reports.text;
