package org.edgetwin.scenarios.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.edgetwin.gpu.Region;
import org.edgetwin.gpu.Regions;
import org.edgetwin.gpu.network.CloudSites;
import org.edgetwin.gpu.network.LastMile;
import org.edgetwin.gpu.network.RttLaw;
import org.edgetwin.gpu.network.Site;
import org.edgetwin.gpu.network.ThroughputLaw;
import org.edgetwin.gpu.network.TransferPrices;
import org.edgetwin.scenarios.generate.ScenarioContext;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.DataPlan;
import org.edgetwin.scenarios.model.HomeLines;
import org.edgetwin.scenarios.model.NetworkPlan;
import org.edgetwin.scenarios.model.NodePlan;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.network.ClusterNetwork;
import org.edgetwin.sim.network.ClusterNetwork.Spot;
import org.edgetwin.sim.network.DataItem;
import org.edgetwin.sim.network.Place;
import org.edgetwin.sim.network.WideArea;
import org.jspecify.annotations.Nullable;
import umontreal.ssj.probdist.NormalDist;
import umontreal.ssj.rng.RandomStream;

/**
 * Makes the network of a scenario: stores first, by region, then the places of nodes in the order
 * of the nodes. Round trips and prices are looked up once, the lines of homes are drawn for each
 * replication.
 */
public final class NetworkBuilder {
  private static final double BYTES_PER_GB = 1e9;
  private static final double MEGABITS_PER_GIGABIT = 1000;
  private static final double COMMUNITY_DISK_GB = 256;
  private static final double DATA_CENTRE_DISK_GB = 4000;

  /** A flow inside a place; there is none, because what is at a place need not come. */
  private static final double LOCAL_BYTES_PER_SECOND = 1e9;

  private final ScenarioContext context;
  private final NetworkPlan.WideArea plan;
  private final String provider;
  private final List<Draft> draftList = new ArrayList<>();
  private final Map<String, Integer> placeBySite = new LinkedHashMap<>();
  private final List<Integer> placeOfNode = new ArrayList<>();
  private final ClusterNetwork usual;

  /** A place in the making; a data-centre site grows with its nodes. */
  private static final class Draft {
    private final Site site;
    private final int store;

    /** The node of a home; null of a store or a data centre. */
    private final @Nullable String home;

    private @Nullable Double upMbits;
    private @Nullable Double downMbits;
    private double diskGb;

    Draft(Site site, int store, @Nullable String home) {
      this.site = site;
      this.store = store;
      this.home = home;
    }
  }

  private NetworkBuilder(
      NetworkPlan.WideArea plan, Scenario scenario, ScenarioContext context, FleetSpec fleet) {
    this.plan = plan;
    this.context = context;
    provider = plan.provider().name().toLowerCase(Locale.ROOT);
    for (Region region : context.data().stores()) {
      Draft store = new Draft(cloudSite(region), draftList.size(), null);
      store.upMbits = plan.storeMbits();
      store.downMbits = plan.storeMbits();
      draftList.add(store);
    }
    List<NodePlan> listed = new ArrayList<>();
    for (NodePlan group : scenario.fleet().nodes()) {
      for (int i = 0; i < group.count(); i++) {
        listed.add(group);
      }
    }
    for (int node = 0; node < fleet.nodes().size(); node++) {
      add(fleet.nodes().get(node), node < listed.size() ? listed.get(node) : null);
    }
    List<Place> places = draftList.stream().map(draft -> place(draft, 1, 1)).toList();
    usual =
        new ClusterNetwork(
            new WideArea(
                places, RttLaw.standard(), TransferPrices.standard(), LOCAL_BYTES_PER_SECOND),
            context.data().items().stream().map(this::item).toList(),
            draftList.stream().map(NetworkBuilder::spot).toList(),
            placeOfNode,
            plan.connections());
  }

  /** The network of a scenario; null if it has none. */
  public static @Nullable NetworkBuilder of(
      Scenario scenario, ScenarioContext context, FleetSpec fleet) {
    return scenario.network() instanceof NetworkPlan.WideArea wideArea
        ? new NetworkBuilder(wideArea, scenario, context, fleet)
        : null;
  }

  /** The network of a replication. */
  public ClusterNetwork build(Streams streams) {
    HomeLines homes = plan.homes();
    List<Place> places = new ArrayList<>();
    for (Draft draft : draftList) {
      if (draft.home == null) {
        places.add(place(draft, 1, 1));
      } else {
        RandomStream stream = streams.stream("network/line/" + draft.home);
        double rates = Math.exp(homes.sigma() * NormalDist.inverseF01(stream.nextDouble()));
        double rtt = Math.exp(homes.rttSigma() * NormalDist.inverseF01(stream.nextDouble()));
        places.add(place(draft, rates, rtt));
      }
    }
    return usual.withPlaces(places);
  }

  /** A place whose line is so many times the usual one. */
  private Place place(Draft draft, double rates, double rtt) {
    if (draft.home == null) {
      return Place.inDataCentre(
          draft.site, draft.upMbits / MEGABITS_PER_GIGABIT, draft.downMbits / MEGABITS_PER_GIGABIT);
    }
    HomeLines homes = plan.homes();
    double down = draft.downMbits == null ? homes.downMbits() * rates : draft.downMbits;
    double up = draft.upMbits == null ? homes.upMbits() * rates : draft.upMbits;
    return Place.behind(LastMile.ofMegabits(down, up, homes.rttSeconds() * 1000 * rtt), draft.site);
  }

  private static Spot spot(Draft draft) {
    return new Spot(draft.diskGb * BYTES_PER_GB, draft.store, draft.home != null);
  }

  private void add(NodeSpec node, @Nullable NodePlan group) {
    Integer store = context.data().store(node.region());
    if (store == null) {
      throw new BadInputException(
          Issue.inScenario(
              group == null ? "fleet" : "fleet.nodes." + group.name() + ".region",
              "",
              "The network must know where nodes stand.",
              "Maybe `region: us-east`."));
    }
    if (node.community()) {
      Region region = context.data().stores().get(store);
      Draft home = new Draft(Site.of(region), store, node.name());
      home.upMbits = group == null ? null : group.upMbits();
      home.downMbits = group == null ? null : group.downMbits();
      home.diskGb = disk(group, COMMUNITY_DISK_GB);
      placeOfNode.add(draftList.size());
      draftList.add(home);
      return;
    }
    int place = dataCentre(node, store);
    Draft site = draftList.get(place);
    site.upMbits += group == null || group.upMbits() == null ? nodeUpMbits() : group.upMbits();
    site.downMbits +=
        group == null || group.downMbits() == null ? plan.nodeDownMbits() : group.downMbits();
    site.diskGb += disk(group, DATA_CENTRE_DISK_GB);
    placeOfNode.add(place);
  }

  private int dataCentre(NodeSpec node, int store) {
    String key = node.site() + "\n" + node.region();
    Integer known = placeBySite.get(key);
    if (known != null) {
      return known;
    }
    Draft site = new Draft(draftList.get(store).site, store, null);
    site.upMbits = 0.0;
    site.downMbits = 0.0;
    placeBySite.put(key, draftList.size());
    placeBySite.putIfAbsent(node.site(), draftList.size());
    draftList.add(site);
    return draftList.size() - 1;
  }

  private double nodeUpMbits() {
    Double written = plan.nodeUpMbits();
    return written == null
        ? MEGABITS_PER_GIGABIT * ThroughputLaw.standard().egressLimitGbitPerSecond(provider)
        : written;
  }

  private static double disk(@Nullable NodePlan group, double usualGb) {
    return group == null || group.diskGb() == null ? usualGb : group.diskGb();
  }

  private DataItem item(DataPlan data) {
    List<Integer> homes = new ArrayList<>();
    for (String name : data.at()) {
      Integer store = context.data().store(name);
      homes.add(store == null ? placeBySite.get(name) : store);
    }
    return new DataItem(data.name(), data.sizeGb() * BYTES_PER_GB, homes);
  }

  /** The provider's region of that name, or one of its own at the same place. */
  private Site cloudSite(Region region) {
    for (Site site : CloudSites.standard().all()) {
      String name = site.id().substring(site.id().indexOf(':') + 1);
      if (site.network().equals(provider)
          && Regions.standard().find(name).filter(region::equals).isPresent()) {
        return site;
      }
    }
    return new Site(provider + ":" + region.id(), provider, region.latitude(), region.longitude());
  }
}
