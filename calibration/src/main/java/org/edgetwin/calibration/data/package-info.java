/** The measurements that ship with this module, each folder with its source and licence. */
package org.edgetwin.calibration.data;
