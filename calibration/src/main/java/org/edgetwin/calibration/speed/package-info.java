/** Whole passes of transformers on GPUs: the fit of the transfer law, and unseen GPUs. */
package org.edgetwin.calibration.speed;
