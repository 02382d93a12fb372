package org.edgetwin.scenarios.model;

/** Whose network data centres and stores hang on. */
public enum CloudProvider {
  AWS,
  AZURE,
  GCP
}
