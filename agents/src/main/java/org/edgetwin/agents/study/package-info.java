/** A training from nothing to a policy file: a rule by search, then two networks on top of it. */
package org.edgetwin.agents.study;
