/** The files of a run folder, written and read back without loss. */
package org.edgetwin.reports.folder;
