/**
 * Renders results: a report page, tables and charts. It never simulates. Everything written here is
 * a function of the result alone: same result, same bytes.
 */
package org.edgetwin.reports;
