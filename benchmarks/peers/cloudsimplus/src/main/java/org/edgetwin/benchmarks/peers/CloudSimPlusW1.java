package org.edgetwin.benchmarks.peers;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cloudsimplus.brokers.DatacenterBroker;
import org.cloudsimplus.brokers.DatacenterBrokerSimple;
import org.cloudsimplus.cloudlets.Cloudlet;
import org.cloudsimplus.cloudlets.CloudletSimple;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.datacenters.DatacenterSimple;
import org.cloudsimplus.hosts.Host;
import org.cloudsimplus.hosts.HostSimple;
import org.cloudsimplus.resources.Pe;
import org.cloudsimplus.resources.PeSimple;
import org.cloudsimplus.schedulers.cloudlet.CloudletSchedulerSpaceShared;
import org.cloudsimplus.util.Log;
import org.cloudsimplus.utilizationmodels.UtilizationModel;
import org.cloudsimplus.utilizationmodels.UtilizationModelFull;
import org.cloudsimplus.vms.Vm;
import org.cloudsimplus.vms.VmSimple;

/**
 * Workload W1 in CloudSim Plus: one host and one virtual machine with 64 processing elements of
 * 1000 MIPS, space-shared, so that a cloudlet of s milliseconds has a length of s million
 * instructions.
 *
 * <p>Arguments: a file of lines {@code arrival_ms,service_ms}, and how many of them to take. Prints
 * one line: jobs, mean response in seconds, makespan in seconds, seconds that the run took.
 */
public final class CloudSimPlusW1 {
  private static final int SERVERS = 64;
  private static final double MIPS = 1_000_000;
  private static final double MILLIS_PER_SECOND = 1000;

  private CloudSimPlusW1() {}

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    Log.setLevel(Level.ERROR);
    List<String> lines =
        Files.readAllLines(Path.of(arguments[0])).subList(0, Integer.parseInt(arguments[1]));
    CloudSimPlus simulation = new CloudSimPlus(0.001);
    new DatacenterSimple(simulation, List.of(host()));
    DatacenterBroker broker = new DatacenterBrokerSimple(simulation);
    Vm vm = new VmSimple(MIPS, SERVERS);
    vm.setRam(512).setBw(1000).setSize(10_000);
    vm.setCloudletScheduler(new CloudletSchedulerSpaceShared());
    broker.submitVm(vm);
    broker.submitCloudletList(cloudlets(lines));
    long begin = System.nanoTime();
    simulation.start();
    double seconds = (System.nanoTime() - begin) / 1e9;
    print(broker.getCloudletFinishedList(), seconds);
  }

  private static Host host() {
    List<Pe> pes = new ArrayList<>();
    for (int i = 0; i < SERVERS; i++) {
      pes.add(new PeSimple(MIPS));
    }
    return new HostSimple(2048, 10_000, 1_000_000, pes);
  }

  private static List<Cloudlet> cloudlets(List<String> lines) {
    List<Cloudlet> cloudlets = new ArrayList<>();
    for (String line : lines) {
      int comma = line.indexOf(',');
      long arrivalMillis = Long.parseLong(line.substring(0, comma));
      long serviceMillis = Long.parseLong(line.substring(comma + 1));
      Cloudlet cloudlet = new CloudletSimple(serviceMillis * 1000, 1);
      cloudlet.setUtilizationModelCpu(new UtilizationModelFull());
      cloudlet.setUtilizationModelRam(UtilizationModel.NULL);
      cloudlet.setUtilizationModelBw(UtilizationModel.NULL);
      cloudlet.setSubmissionDelay(arrivalMillis / MILLIS_PER_SECOND);
      cloudlets.add(cloudlet);
    }
    return cloudlets;
  }

  private static void print(List<? extends Cloudlet> finished, double seconds) {
    double totalResponse = 0;
    double makespan = 0;
    for (Cloudlet cloudlet : finished) {
      totalResponse += cloudlet.getFinishTime() - cloudlet.getSubmissionDelay();
      makespan = Math.max(makespan, cloudlet.getFinishTime());
    }
    System.out.printf(
        Locale.ROOT,
        "%d,%.9f,%.6f,%.6f%n",
        finished.size(),
        totalResponse / finished.size(),
        makespan,
        seconds);
  }
}
