/** Electricity, carbon, prices and operators of a scenario. */
package org.edgetwin.scenarios.economics;
