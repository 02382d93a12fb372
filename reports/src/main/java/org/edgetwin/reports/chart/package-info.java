/** Charts, drawn by JFreeChart and written as SVG by Batik or as PNG. */
package org.edgetwin.reports.chart;
