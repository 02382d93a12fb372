/**
 * What the evaluation of a learned policy proves: ratios to a baseline on the same windows, robust
 * aggregates, performance profiles and bootstrap intervals over training seeds and windows
 * [agarwal2021]. Pure functions of a table of costs; lower costs are better.
 */
package org.edgetwin.agents.evaluation;
