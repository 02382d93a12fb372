package org.edgetwin.sim.scheduling;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.goodput.GoodputModel;
import org.edgetwin.gpu.goodput.GradientSignal;
import org.edgetwin.gpu.goodput.PolluxStep;
import org.edgetwin.sim.job.ElasticTraining;
import org.edgetwin.sim.job.Elasticity;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/** The scenes of {@link SceneGenerator}, with about half of the jobs of whole GPUs elastic. */
final class ElasticScenes {
  private static final GoodputModel MODEL =
      new GoodputModel(
          "scene",
          SceneModels.FAST,
          new PolluxStep(0.05, 0.01, 0.1, 0.01, 0.3, 0.02, 2),
          new GradientSignal(
              new double[] {0.2, 0.6, 1}, new double[] {64}, new double[][] {{0.5}, {0.1}, {0.01}}),
          64,
          1024,
          4,
          256,
          1000);

  private ElasticScenes() {}

  static Scene draw(long seed) {
    Scene scene = SceneGenerator.draw(seed);
    RandomStream random = new Streams(seed, 1).stream("elastic-scene");
    List<JobSpec> jobs = new ArrayList<>();
    for (JobSpec job : scene.jobs()) {
      boolean elastic = random.nextDouble() < 0.5;
      int least = random.nextInt(1, Math.max(1, job.demand().gpus()));
      int most = Math.max(1, job.demand().gpus()) + random.nextInt(0, 6);
      boolean typeMayChange = random.nextDouble() < 0.7;
      boolean batchMayChange = random.nextDouble() < 0.7;
      jobs.add(
          elastic && job.demand().wholeGpus() && job.demand().gpus() > 0
              ? job.withElastic(
                  new ElasticTraining(
                      new Elasticity(least, most, typeMayChange, batchMayChange, 64, 1024),
                      128,
                      MODEL))
              : job);
    }
    return new Scene(scene.fleet(), jobs, scene.endTime(), scene.drains());
  }
}
