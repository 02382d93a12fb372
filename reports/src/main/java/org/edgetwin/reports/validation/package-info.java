/** How far models are off on measurements, as a page. */
package org.edgetwin.reports.validation;
