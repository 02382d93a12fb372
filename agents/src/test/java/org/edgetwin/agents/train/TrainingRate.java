package org.edgetwin.agents.train;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.edgetwin.agents.net.Decision;
import org.edgetwin.agents.net.RandomDecisions;
import org.edgetwin.agents.net.SetScorerConfig;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/** Prints how long updates of a usual size take: 2048 steps, 4 epochs, minibatches of 256. */
public final class TrainingRate {
  private TrainingRate() {}

  public static void main(String[] arguments) {
    RandomStream stream = new Streams(1, 1).stream("rate");
    SetScorerConfig orderer = SetScorerConfig.orderer(30, 24, 8, 32, true);
    SetScorerConfig placer = SetScorerConfig.placer(orderer, 6, true);
    for (int largest : new int[] {16, 64}) {
      PpoTrainer trainer =
          new PpoTrainer(
              PpoConfig.usual(100),
              RandomDecisions.trained(orderer, stream),
              RandomDecisions.trained(placer, stream),
              stream);
      for (int i = 0; i < 2; i++) {
        List<Trajectory> episodes = episodes(orderer, placer, largest, stream);
        long start = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        trainer.update(episodes);
        System.out.printf(
            "up to %d jobs, %d nodes: %.1f s per update, %.1f s of the processor%n",
            largest,
            largest,
            (System.nanoTime() - start) * 1e-9,
            (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) * 1e-9);
      }
    }
  }

  private static List<Trajectory> episodes(
      SetScorerConfig orderer, SetScorerConfig placer, int largest, RandomStream stream) {
    List<Trajectory> episodes = new ArrayList<>();
    for (int episode = 0; episode < 8; episode++) {
      List<Step> steps = new ArrayList<>();
      for (int t = 0; t < 256; t++) {
        int jobs = stream.nextInt(1, largest);
        steps.add(
            new Step(
                act(RandomDecisions.decision(orderer, jobs, largest, stream)),
                List.of(act(RandomDecisions.decision(placer, largest, 0, stream))),
                t,
                t,
                stream.nextDouble(),
                1));
      }
      episodes.add(new Trajectory(1, steps, 256, null));
    }
    return episodes;
  }

  private static Act act(Decision decision) {
    int choice = 0;
    while (!decision.legal()[choice]) {
      choice++;
    }
    return new Act(decision, choice, -1);
  }
}
