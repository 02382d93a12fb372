package org.edgetwin.reports.learning;

/**
 * A tag of which each agent has its own, such as {@code losses/entropy/orderer}.
 *
 * @param tag what all agents have in common
 * @param agent empty if there are no agents
 */
record AgentTag(String tag, String agent) {
  static AgentTag of(String full) {
    int group = full.indexOf('/');
    int agent = group < 0 ? -1 : full.indexOf('/', group + 1);
    return agent < 0
        ? new AgentTag(full, "")
        : new AgentTag(full.substring(0, agent), full.substring(agent + 1));
  }

  String full() {
    return agent.isEmpty() ? tag : tag + "/" + agent;
  }
}
