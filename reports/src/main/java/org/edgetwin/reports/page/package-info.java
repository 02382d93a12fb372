/** The report page: one class per section, each turning a part of the result into markup. */
package org.edgetwin.reports.page;
