package org.edgetwin.scenarios.model;

/** The batch with which an elastic job is submitted. */
public enum ElasticBatch {
  /** With which it would end soonest on the gang that it asks for. */
  TUNED,
  /** That of the model's authors on each GPU. */
  UNTUNED
}
