package org.edgetwin.sim.engine;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.network.CloudSites;
import org.edgetwin.gpu.network.LastMile;
import org.edgetwin.gpu.network.RttLaw;
import org.edgetwin.gpu.network.Site;
import org.edgetwin.gpu.network.TransferPrices;
import org.edgetwin.sim.network.ClusterNetwork;
import org.edgetwin.sim.network.ClusterNetwork.Spot;
import org.edgetwin.sim.network.DataItem;
import org.edgetwin.sim.network.Place;
import org.edgetwin.sim.network.WideArea;

/** A store in Virginia, and the places of the nodes of a {@link SmallCluster}, in order. */
final class SmallNetwork {
  static final double GB = 1e9;
  static final int STORE = 0;

  private static final Site VIRGINIA = CloudSites.standard().site("aws:us-east-1");
  private static final Site FRANKFURT = CloudSites.standard().site("aws:eu-central-1");
  private static final Site MADRID = Site.of("madrid", 40.4, -3.7);

  private final List<Place> places = new ArrayList<>();
  private final List<Spot> spots = new ArrayList<>();
  private final List<Integer> placeOfNode = new ArrayList<>();
  private final List<DataItem> items = new ArrayList<>();

  SmallNetwork() {
    places.add(Place.inDataCentre(VIRGINIA, 100, 100));
    spots.add(new Spot(0, STORE, false));
  }

  /** A node at home, MB/s each way. */
  SmallNetwork home(double down, double up, double diskGb) {
    placeOfNode.add(places.size());
    places.add(Place.behind(new LastMile(down * 1e6, up * 1e6, 10), MADRID));
    spots.add(new Spot(diskGb * GB, STORE, true));
    return this;
  }

  /** Nodes in a data centre in Frankfurt with one line of 1 Gbit/s. */
  SmallNetwork dataCentre(int nodes) {
    for (int i = 0; i < nodes; i++) {
      placeOfNode.add(places.size());
    }
    places.add(Place.inDataCentre(FRANKFURT, 1, 1));
    spots.add(new Spot(1000 * GB, STORE, false));
    return this;
  }

  SmallNetwork item(double gigabytes) {
    items.add(new DataItem("item-" + items.size(), gigabytes * GB, List.of(STORE)));
    return this;
  }

  private WideArea area() {
    return new WideArea(places, RttLaw.standard(), TransferPrices.standard(), 1e9);
  }

  ClusterNetwork build() {
    return new ClusterNetwork(area(), items, spots, placeOfNode, 64);
  }

  /** Round trip between the store and the place of a node, seconds. */
  double rtt(int node) {
    return area().rttMs(STORE, placeOfNode.get(node)) / 1000;
  }

  /** Price of a GB from the store to the place of a node, USD. */
  double usdPerGb(int node) {
    return area().usd(STORE, placeOfNode.get(node), GB);
  }
}
