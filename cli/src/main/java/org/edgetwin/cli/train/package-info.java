/** Training files carried out. */
package org.edgetwin.cli.train;
