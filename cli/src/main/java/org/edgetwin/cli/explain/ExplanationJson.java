package org.edgetwin.cli.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.edgetwin.cli.terminal.Json;
import org.edgetwin.sim.explain.Alternative;
import org.edgetwin.sim.explain.Effect;
import org.edgetwin.sim.explain.Explanation;
import org.edgetwin.sim.explain.JobDecision;
import org.edgetwin.sim.explain.Room;
import org.edgetwin.sim.scheduling.ScoreTerm;

/** An explanation for other programs; times in seconds, null where there is none. */
public final class ExplanationJson {
  private ExplanationJson() {}

  /** The tree. */
  public static ObjectNode of(String scheduler, Explanation explanation) {
    ObjectNode root = Json.object();
    root.put("scheduler", scheduler);
    root.put("job", explanation.job().name());
    root.put("state", word(explanation.job().state()));
    root.set("submit_s", Json.number(explanation.job().submitTime()));
    root.set("first_start_s", Json.number(explanation.job().firstStartTime()));
    root.set("end_s", Json.number(explanation.job().endTime()));
    root.put("decision_count", explanation.decisionCount());
    ArrayNode decisions = root.putArray("decisions");
    explanation.decisions().forEach(decision -> add(decisions.addObject(), decision));
    return root;
  }

  private static void add(ObjectNode node, JobDecision decision) {
    node.set("time_s", Json.number(decision.time()));
    node.put("deed", word(decision.deed()));
    node.put("from", decision.from().isEmpty() ? null : decision.from());
    node.put("place", decision.place().isEmpty() ? null : decision.place());
    node.put("queued", decision.queued());
    node.put("fit_before", decision.fitBefore());
    node.put("fit_after", decision.fitAfter());
    ArrayNode started = node.putArray("started");
    decision.started().forEach(started::add);
    ArrayNode terms = node.putArray("terms");
    for (ScoreTerm term : decision.terms()) {
      ObjectNode item = terms.addObject();
      item.put("subject", term.subject());
      item.put("name", term.name());
      item.set("value", Json.number(term.value()));
    }
    ArrayNode rooms = node.putArray("considered");
    for (Room room : decision.rooms()) {
      ObjectNode item = rooms.addObject();
      item.put("group", room.name());
      item.put("nodes", room.nodes());
      item.put("free_gpus", room.freeGpus());
      item.set("usd_per_gpu_hour", Json.number(room.usdPerGpuHour()));
      item.set("predicted_s", Json.number(room.durationSeconds()));
      item.put("obstacle", room.obstacle() == null ? null : word(room.obstacle()));
    }
    ArrayNode alternatives = node.putArray("alternatives");
    decision.alternatives().forEach(choice -> add(alternatives.addObject(), choice));
  }

  private static void add(ObjectNode node, Alternative choice) {
    node.put("kind", word(choice.kind()));
    node.put("place", choice.place().isEmpty() ? null : choice.place());
    ArrayNode started = node.putArray("started");
    choice.started().forEach(started::add);
    Effect effect = choice.effect();
    add(node.putObject("job"), effect.job());
    node.set("jct_mean_s", Json.number(effect.meanJctSeconds()));
    node.set("other_jct_mean_s", Json.number(effect.otherMeanJctSeconds()));
    ArrayNode others = node.putArray("others");
    effect.others().forEach(change -> add(others.addObject(), change));
  }

  private static void add(ObjectNode node, Effect.Change change) {
    node.put("job", change.job());
    node.set("jct_s", Json.number(change.jctSeconds()));
    node.set("other_jct_s", Json.number(change.otherJctSeconds()));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
