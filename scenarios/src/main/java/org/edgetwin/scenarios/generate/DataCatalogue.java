package org.edgetwin.scenarios.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.Region;
import org.edgetwin.gpu.inference.LlmArchitectures;
import org.edgetwin.scenarios.model.ColdStartPlan;
import org.edgetwin.scenarios.model.DataPlan;
import org.edgetwin.scenarios.model.FleetSizing;
import org.edgetwin.scenarios.model.InventoryPlan;
import org.edgetwin.scenarios.model.JobSource;
import org.edgetwin.scenarios.model.NetworkPlan;
import org.edgetwin.scenarios.model.NodePlan;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.scenarios.model.ServicePlan;
import org.edgetwin.scenarios.names.ScenarioNames;
import org.edgetwin.sim.job.DataNeeds;
import org.jspecify.annotations.Nullable;

/**
 * Data items and stores by index: a store in every region that the scenario names, in the order in
 * which it does. Images and weights that services fetch come after the items of the scenario; equal
 * ones from the same places are one. Without a network nobody needs anything.
 */
public final class DataCatalogue {
  private static final double BYTES_PER_GB = 1e9;

  private final boolean networked;
  private final ScenarioNames names;
  private final Map<String, Integer> itemByName = new LinkedHashMap<>();
  private final Map<String, Integer> storeByRegion = new LinkedHashMap<>();
  private final List<Region> storeList = new ArrayList<>();
  private final List<DataPlan> itemList;

  public DataCatalogue(Scenario scenario, ScenarioNames names) {
    networked = scenario.network() instanceof NetworkPlan.WideArea;
    this.names = names;
    scenario.data().forEach(item -> itemByName.put(item.name(), itemByName.size()));
    itemList = new ArrayList<>(scenario.data());
    scenario.fleet().nodes().stream().map(NodePlan::region).forEach(this::addStore);
    scenario.fleet().inventories().stream().map(InventoryPlan::region).forEach(this::addStore);
    scenario.fleet().sizeFrom().stream().map(FleetSizing::region).forEach(this::addStore);
    scenario.data().stream().map(DataPlan::at).flatMap(List::stream).forEach(this::addStore);
    scenario.jobs().stream().map(JobSource::store).forEach(this::addStore);
    for (ServicePlan service : scenario.services()) {
      service.coldStart().from().forEach(this::addStore);
      for (DataPlan item : fetched(service)) {
        if (!itemList.contains(item)) {
          itemList.add(item);
        }
      }
    }
  }

  /** Image and weights of a service as items; none if they do not come over the network. */
  private static List<DataPlan> fetched(ServicePlan service) {
    ColdStartPlan coldStart = service.coldStart();
    List<DataPlan> items = new ArrayList<>();
    if (!coldStart.from().isEmpty()) {
      if (coldStart.imageGb() > 0) {
        items.add(new DataPlan("engine image", coldStart.imageGb(), coldStart.from()));
      }
      if (!coldStart.weightsCached()) {
        double bytes = LlmArchitectures.standard().require(service.model()).weightBytes();
        items.add(
            new DataPlan("weights of " + service.model(), bytes / BYTES_PER_GB, coldStart.from()));
      }
    }
    return items;
  }

  /** The data of the scenario and what its services fetch, by index. */
  public List<DataPlan> items() {
    return List.copyOf(itemList);
  }

  private void addStore(@Nullable String name) {
    if (name != null) {
      names
          .region(name)
          .filter(region -> storeByRegion.putIfAbsent(region.id(), storeList.size()) == null)
          .ifPresent(storeList::add);
    }
  }

  /** The regions of the stores. */
  public List<Region> stores() {
    return List.copyOf(storeList);
  }

  /** The store in a region, by its id or a name of it; null if there is none. */
  public @Nullable Integer store(String name) {
    return names.region(name).map(region -> storeByRegion.get(region.id())).orElse(null);
  }

  /** What the replicas of a service move. */
  public DataNeeds needs(ServicePlan service) {
    return networked
        ? new DataNeeds(
            fetched(service).stream().map(itemList::indexOf).toList(), 0, 0, DataNeeds.NEAREST)
        : DataNeeds.NONE;
  }

  /** What the jobs of a source move. */
  DataNeeds needs(JobSource source) {
    if (!networked) {
      return DataNeeds.NONE;
    }
    Integer store = source.store() == null ? null : store(source.store());
    return new DataNeeds(
        source.needs().stream().distinct().map(itemByName::get).toList(),
        source.checkpointSizeGb() * BYTES_PER_GB,
        source.resultSizeGb() * BYTES_PER_GB,
        store == null ? DataNeeds.NEAREST : store);
  }
}
