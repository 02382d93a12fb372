package org.edgetwin.reports;

/**
 * The electricity of all days of a run in one hour of the day.
 *
 * @param hour of the day (UTC), 0..23
 * @param energyKwh drawn from the grid, kWh
 * @param electricityUsd what it cost
 * @param carbonKg its carbon, kg CO2-equivalent; NaN if unknown
 */
public record HourOfDayBill(int hour, double energyKwh, double electricityUsd, double carbonKg) {}
