package org.edgetwin.sim.engine;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.serving.IterationTime;
import org.edgetwin.sim.job.DataNeeds;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.ServiceTerms;
import org.edgetwin.sim.serving.ConcurrencyTarget;
import org.edgetwin.sim.serving.Deployment;
import org.edgetwin.sim.serving.EngineSettings;
import org.edgetwin.sim.serving.LeastOutstanding;
import org.edgetwin.sim.serving.ReplicaHardware;
import org.edgetwin.sim.serving.ServedBy;
import org.edgetwin.sim.serving.ServiceSpec;
import org.edgetwin.sim.serving.ServingPlan;
import org.edgetwin.sim.serving.ServingRequest;
import umontreal.ssj.rng.RandomStream;

/** One service on GPUs of speed 1, one for each replica, which load for some seconds. */
record SmallService(IterationTime times, int least, int most, DataNeeds data) {
  static final double LOAD_SECONDS = 5;

  SmallService(IterationTime times, int least, int most) {
    this(times, least, most, DataNeeds.NONE);
  }

  ServingPlan plan(List<ServingRequest> requests) {
    EngineSettings engine = EngineSettings.usual(8, 512, 300);
    ServiceSpec spec =
        new ServiceSpec(
            "chat",
            List.of(new ReplicaHardware("x1.0", times, engine)),
            4000,
            least,
            most,
            0,
            LOAD_SECONDS);
    JobSpec replica =
        new JobSpec(
            "chat",
            0,
            SmallCluster.demand(1, 1000, 0),
            SmallCluster.CLASS,
            JobSpec.ENDLESS_SECONDS,
            0,
            Terms.NONE,
            Recovery.DEFAULT,
            data);
    ServedBy served = new ServedBy(spec, new LeastOutstanding(), new ConcurrencyTarget(6, 5, 30));
    return new ServingPlan(
        List.of(new Deployment(served, ServiceTerms.of("chat", 1), replica)), requests);
  }

  /** Requests of random sizes at random times. */
  static List<ServingRequest> requests(int count, double perSecond) {
    RandomStream stream = new Streams(11, 1).stream("requests");
    List<ServingRequest> requests = new ArrayList<>();
    double time = 0;
    for (int i = 0; i < count; i++) {
      requests.add(ServingRequest.of(time, stream.nextInt(1, 900), stream.nextInt(1, 200)));
      time -= Math.log(1 - stream.nextDouble()) / perSecond;
    }
    return requests;
  }
}
