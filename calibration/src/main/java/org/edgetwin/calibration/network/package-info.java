/** Round trips and throughput between clouds: fits, and checks on pairs of regions left out. */
package org.edgetwin.calibration.network;
