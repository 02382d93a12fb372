/**
 * Pages about learned schedulers: how a training went, and what a policy is worth on test windows.
 */
package org.edgetwin.reports.learning;
