package org.edgetwin.scenarios.generate;

import org.edgetwin.gpu.SpeedModel;
import org.edgetwin.scenarios.names.ScenarioNames;
import org.edgetwin.scenarios.trace.TraceLibrary;

/**
 * What the parts of a scenario share while they are built.
 *
 * @param names GPU models, classes and regions by name
 * @param traces traces, each read once
 * @param laws distributions
 * @param virtualClusters tenants by name
 * @param speeds speed of a class on a GPU model
 * @param data what jobs move, by index
 */
public record ScenarioContext(
    ScenarioNames names,
    TraceLibrary traces,
    Laws laws,
    VirtualClusters virtualClusters,
    SpeedModel speeds,
    DataCatalogue data) {}
