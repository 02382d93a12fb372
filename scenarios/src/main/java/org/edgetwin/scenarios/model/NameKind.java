package org.edgetwin.scenarios.model;

/** What a text in a scenario file names; names of a kind are checked against what exists. */
public enum NameKind {
  /** Free text. */
  FREE("text"),
  /** A name that the file gives; not empty, unique among its neighbours. */
  NEW("new name"),
  GPU("GPU model"),
  REGION("region"),
  LANGUAGE_MODEL("language model"),
  WORKLOAD_CLASS("workload class"),
  SCHEDULER("scheduler"),
  VIRTUAL_CLUSTER("virtual cluster"),
  JOB_SOURCE("job source"),
  DATA("data item"),
  /** Where data can be. */
  PLACE("region or data-centre site"),
  BUILTIN_TRACE("built-in trace"),
  BUILTIN_REQUESTS("built-in request trace"),
  BUILTIN_INVENTORY("built-in node list"),
  SPOT_LIFETIMES("law of spot lifetimes"),
  LIFE_TRACE("built-in trace of lives"),
  GOODPUT("measured training job");

  private final String noun;

  NameKind(String noun) {
    this.noun = noun;
  }

  /** What a user calls it. */
  public String noun() {
    return noun;
  }
}
