package org.edgetwin.sim.policies.sharing;

import java.util.List;
import org.edgetwin.sim.policies.Placements;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.PolicyDescription;
import org.edgetwin.sim.scheduling.PolicyDescription.Parameter;
import org.edgetwin.sim.scheduling.PolicyProvider;
import org.edgetwin.sim.scheduling.SchedulerFactory;
import org.edgetwin.sim.scheduling.SpeedKnowledge;

/** Brings the schedulers that pack gangs in pairs or share out GPUs by markets. */
public final class SharingPolicies implements PolicyProvider {
  private static final Parameter[] GANDIVA = {
    new Parameter("slice", "least time a job runs before others get its GPUs, seconds", 60, 1, 1e9),
    new Parameter("trial", "time after which a speed or a pair is judged, seconds", 60, 1, 1e9),
    new Parameter("gain", "what a pair must keep together of two speeds alone", 1, 0, 2)
  };

  private static final Parameter[] GANDIVA_FAIR = {
    new Parameter("round", "seconds after which others get their turn", 60, 1, 1e9),
    new Parameter("trade", "1: users trade; 0: each has the same part of every type", 1, 0, 1)
  };

  private static final Parameter[] LUCID = {
    new Parameter("profile", "seconds for which a job is profiled; 0: nobody is", 200, 0, 1e9),
    new Parameter("profilers", "share of the GPUs for profiling", 0.1, 0, 1),
    new Parameter("light", "use of the GPU below which a job is light", 0.4, 0, 1),
    new Parameter("heavy", "use of the GPU from which it is heavy", 0.75, 0, 1),
    new Parameter("quiet", "waiting jobs up to which nobody is packed", 2, 0, 1e9)
  };

  private static final Parameter[] THEMIS = {
    new Parameter("lease", "length of a lease, seconds", 600, 1, 1e9),
    new Parameter("f", "share of the jobs that may not bid: more is fairer", 0.8, 0, 1)
  };

  @Override
  public List<SchedulerFactory> schedulers() {
    return List.of(
        SchedulerFactory.of(
            PolicyDescription.of(
                    "gandiva",
                    "Time slices, pairs of gangs by trial, migration; learns speeds as jobs run.")
                .after("gandiva2018")
                .with(GANDIVA),
            (parameters, streams) ->
                new Gandiva(
                    Placements.consolidate(),
                    parameters.get("slice"),
                    parameters.get("trial"),
                    parameters.get("gain"))),
        SchedulerFactory.of(
            PolicyDescription.of(
                    "gandiva-fair",
                    "Users take turns on each GPU type by tickets and trade fast GPUs for more slow ones.")
                .after("gandivafair2020")
                .knowing(new Knowledge(DurationKnowledge.NONE, SpeedKnowledge.MATRIX))
                .with(GANDIVA_FAIR),
            (parameters, streams) ->
                new GandivaFair(
                    Placements.consolidate(),
                    parameters.get("round"),
                    parameters.get("trade") > 0)),
        SchedulerFactory.of(
            PolicyDescription.of(
                    "lucid",
                    "Profiles new jobs, runs the smallest predicted service first, packs light jobs;"
                        + " preempts nobody else.")
                .after("lucid2023")
                .with(LUCID),
            (parameters, streams) ->
                new Lucid(
                    new Pairs(Placements.consolidate()),
                    new Lucid.Settings(
                        parameters.get("profile"),
                        parameters.get("profilers"),
                        parameters.get("light"),
                        parameters.get("heavy"),
                        parameters.get("quiet")))),
        SchedulerFactory.of(
            PolicyDescription.of(
                    "themis",
                    "Leases GPUs by auction among the jobs with the worst finish-time fairness.")
                .after("themis2020")
                .knowing(DurationKnowledge.NOISY)
                .with(THEMIS),
            (parameters, streams) ->
                new Themis(
                    Placements.consolidate(),
                    parameters.durations(),
                    parameters.get("lease"),
                    parameters.get("f"))));
  }
}
