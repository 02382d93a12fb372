package org.edgetwin.gpu.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.HostContention;
import org.edgetwin.gpu.HostLoad;
import org.edgetwin.gpu.HostMachine;
import org.edgetwin.gpu.WorkloadCatalog;
import org.edgetwin.gpu.WorkloadClass;
import org.junit.jupiter.api.Test;

class HostResourcesTest {
  private static final GpuModel V100 = GpuCatalog.standard().require(GpuCatalog.REFERENCE_ID);
  private static final HostMachine EIGHT = new HostMachine(V100, 8, Double.POSITIVE_INFINITY);

  private static WorkloadClass known(String id) {
    return WorkloadCatalog.standard().find(id).orElseThrow();
  }

  private static double[] kept(HostContention model, HostMachine machine, List<HostLoad> loads) {
    double[] demands = new double[loads.size() * model.width()];
    for (int job = 0; job < loads.size(); job++) {
      model.demand(machine, loads.get(job), demands, job * model.width());
    }
    double[] kept = new double[loads.size()];
    model.retained(loads.size(), demands, kept);
    return kept;
  }

  /** 64 pictures a step at the measured step rate, each 8 ms of a core and 110 kB of the disk. */
  @Test
  void demandsAreSamplesPerSecondTimesWhatASampleNeeds() {
    HostDemand demand = HostDemands.standard().of(known("resnet50-64"));
    double pictures = demand.diskGbs() * 1e9 / 110_000;
    assertThat(pictures).isBetween(200.0, 500.0);
    assertThat(demand.cpuCores()).isCloseTo(pictures * 0.008, within(1e-9));
    assertThat(demand.pcieGbs()).isCloseTo(pictures * 602_112 / 1e9, within(1e-9));
    assertThat(demand.exchangeGbs()).isCloseTo(2 * pictures / 64 * 0.1022, within(1e-9));
    assertThat(HostDemands.standard().of(WorkloadCatalog.unknown("x")))
        .isEqualTo(HostDemands.USUAL);
  }

  @Test
  void shortCoresAreSharedEvenlyAndWhoNeedsFewKeepsAll() {
    HostDemand heavy = HostDemands.standard().of(known("resnet50-64"));
    List<HostLoad> loads = new ArrayList<>();
    loads.add(new HostLoad(known("resnet50-64"), 4, 1, 1, 1));
    loads.add(new HostLoad(known("resnet50-64"), 4, 1, 1, 1));
    double wanted = 8 * (1 + heavy.cpuCores());
    HostMachine few = new HostMachine(V100, 8, wanted / 2);
    assertThat(kept(new HostResources(HostCapacity.USUAL), few, loads))
        .containsExactly(new double[] {0.5, 0.5}, within(1e-12));
    HostMachine many = new HostMachine(V100, 8, wanted);
    assertThat(kept(new HostResources(HostCapacity.USUAL), many, loads)).containsExactly(1, 1);
  }

  @Test
  void aSlowerGpuNeedsLessOfItsHost() {
    List<HostLoad> loads = new ArrayList<>();
    loads.add(new HostLoad(known("resnet50-64"), 4, 1, 0.2, 1));
    loads.add(new HostLoad(known("resnet50-64"), 4, 1, 0.2, 1));
    HostMachine machine = new HostMachine(V100, 8, 16);
    assertThat(kept(new HostResources(HostCapacity.USUAL), machine, loads)).containsExactly(1, 1);
  }

  @Test
  void gangsOverMachinesShareTheNetworkCard() {
    HostCapacity slowCard = new HostCapacity(100, 1000, 2, 1, 100, 1);
    HostDemand demand = HostDemands.standard().of(known("transformer-64"));
    List<HostLoad> loads = new ArrayList<>();
    loads.add(new HostLoad(known("transformer-64"), 4, 2, 1, 1));
    loads.add(new HostLoad(known("transformer-64"), 4, 2, 1, 1));
    double each = demand.exchangeGbs() / 2;
    assertThat(each).isBetween(0.5, 3.0);
    assertThat(kept(new HostResources(slowCard), EIGHT, loads)[0])
        .isCloseTo(Math.min(1, 1 / (2 * Math.min(1, each))), within(1e-12));
    loads.remove(1);
    loads.add(new HostLoad(known("transformer-64"), 4, 1, 1, 1));
    assertThat(kept(new HostResources(slowCard), EIGHT, loads)).containsExactly(1, 1);
  }

  /** Two busy GPUs under a cap that leaves room for one above idling. */
  @Test
  void aPowerCapIsSharedByWattsAboveIdling() {
    double idle = V100.idlePowerWatts();
    double cap = (2 * idle + (V100.powerWatts() - idle)) / (2 * V100.powerWatts());
    HostCapacity capped = new HostCapacity(100, 1000, 2, 100, 100, cap);
    WorkloadClass busy = WorkloadClass.custom("busy", "mine", 1, 0.1, 1);
    List<HostLoad> loads = new ArrayList<>();
    loads.add(new HostLoad(busy, 1, 1, 1, 1));
    loads.add(new HostLoad(busy, 1, 1, 1, 1));
    HostMachine two = new HostMachine(V100, 2, Double.POSITIVE_INFINITY);
    assertThat(kept(new HostResources(capped), two, loads))
        .containsExactly(new double[] {0.5, 0.5}, within(1e-9));
  }

  @Test
  void nothingIsOverItsCapacityAndOneMoreJobNeverHelpsAll() {
    SplittableRandom random = new SplittableRandom(3);
    HostResources model = new HostResources(new HostCapacity(1, 1, 2, 0.5, 0.1, 0.6));
    for (int round = 0; round < 500; round++) {
      List<HostLoad> loads = new ArrayList<>();
      int jobs = 1 + random.nextInt(20);
      for (int job = 0; job < jobs; job++) {
        var all = WorkloadCatalog.standard().all();
        loads.add(
            new HostLoad(
                all.get(random.nextInt(all.size())),
                1 + random.nextInt(4),
                1 + random.nextInt(2),
                0.1 + 3 * random.nextDouble(),
                0.3 + 0.7 * random.nextDouble()));
      }
      double[] kept = kept(model, EIGHT, loads);
      double cores = 0;
      for (int job = 0; job < jobs; job++) {
        assertThat(kept[job]).isGreaterThan(0).isLessThanOrEqualTo(1);
        HostLoad load = loads.get(job);
        HostDemand demand = HostDemands.standard().of(load.workload());
        double wanted = load.workers() * (demand.baseCores() + demand.cpuCores() * load.speed());
        cores += kept[job] * Math.min(8, wanted);
      }
      assertThat(cores).isLessThanOrEqualTo(jobs == 1 ? Double.MAX_VALUE : 8 + 1e-9);
    }
  }

  @Test
  void aJobAloneKeepsItsSpeed() {
    List<HostLoad> loads = new ArrayList<>();
    loads.add(new HostLoad(known("resnet50-128"), 8, 2, 5, 1));
    HostResources tiny = new HostResources(new HostCapacity(0.1, 0.1, 2, 0.1, 0.1, 0.5));
    assertThat(kept(tiny, EIGHT, loads)).containsExactly(1);
    assertThat(tiny.describe()).contains("CPU", "PCIe", "network card", "power");
  }
}
