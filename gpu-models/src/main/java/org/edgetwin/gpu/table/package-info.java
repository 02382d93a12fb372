/** What the sub-packages of this module share: reading shipped tables and checking numbers. */
package org.edgetwin.gpu.table;
