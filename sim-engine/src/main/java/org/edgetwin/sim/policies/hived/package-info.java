/** HiveD: quotas of virtual clusters as cells of GPUs, around any placement. */
package org.edgetwin.sim.policies.hived;
