/**
 * Power, heat, electricity, carbon and money: what a node draws from the grid, what that costs and
 * emits hour by hour, what its operator earns, and how operators move their prices. Pure functions
 * and immutable records.
 */
package org.edgetwin.gpu.energy;
