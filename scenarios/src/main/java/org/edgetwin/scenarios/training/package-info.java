/** Files that say what a scheduler is to learn, and on which windows of a scenario. */
package org.edgetwin.scenarios.training;
