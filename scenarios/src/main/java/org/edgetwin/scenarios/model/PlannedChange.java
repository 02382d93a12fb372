package org.edgetwin.scenarios.model;

import org.edgetwin.sim.fleet.NodeState;

/** One planned change of nodes. */
public record PlannedChange(
    @Key(doc = "When, since the start of the run.", unit = Unit.TIME, max = 1e12, example = "2 d")
        double atSeconds,
    @Key(
            doc =
                "What the nodes become: up; draining (finish what they run, take nothing new);"
                    + " failed or left (what they run is interrupted).",
            example = "draining")
        NodeState becomes) {}
