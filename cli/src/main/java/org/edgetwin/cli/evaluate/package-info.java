/** Learned policies judged beside rules on the same windows. */
package org.edgetwin.cli.evaluate;
