package org.edgetwin.agents.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.edgetwin.agents.gp.MachineKnowledge;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.pair.PairChooser;
import org.edgetwin.agents.pair.PairScheduler;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.policies.LearnedOutlook;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.PolicyDescription;
import org.edgetwin.sim.scheduling.PolicyParameters;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.SchedulerFactory;
import org.edgetwin.sim.scheduling.SpeedKnowledge;
import org.jspecify.annotations.Nullable;

/**
 * Makes pairs of agents from what a file says: the one that ships, or one that the user names.
 *
 * @param name of the scheduler
 * @param summary one sentence
 * @param paper key of the paper that it follows
 * @param resource the file that ships, beside this class; null if none does
 * @param example a file to name, and what makes it
 * @param reader understands such files
 */
record PairFactory(
    String name,
    String summary,
    String paper,
    @Nullable String resource,
    String example,
    Reader reader)
    implements SchedulerFactory {
  private static final String PREEMPT = "preempt";

  /**
   * A rule, what is believed of machines, and who chooses.
   *
   * @param rule what the choosers see scores of
   * @param knowledge what the choosers see of machines
   * @param preemptive whether they learned to preempt and move running jobs
   * @param chooser copied for every scheduler
   */
  record Agents(
      LinearRule rule, MachineKnowledge knowledge, boolean preemptive, PairChooser chooser) {}

  /** Reads a file. */
  @FunctionalInterface
  interface Reader {
    /**
     * The agents that a file describes.
     *
     * @param file its name, for messages
     * @throws IllegalArgumentException if it is not such a file
     */
    Agents read(String file, byte[] bytes);
  }

  @Override
  public PolicyDescription describe() {
    return PolicyDescription.of(name, summary)
        .after(paper)
        .knowing(new Knowledge(DurationKnowledge.NOISY, SpeedKnowledge.MATRIX))
        .with(
            new PolicyDescription.Parameter(
                PREEMPT,
                "1 to preempt and move running jobs, if it has learned to; 0 to leave them alone",
                1,
                0,
                1))
        .with(
            resource == null
                ? PolicyDescription.FileUse.NEEDED
                : PolicyDescription.FileUse.OPTIONAL);
  }

  @Override
  public Scheduler create(PolicyParameters parameters, Streams streams) {
    if (resource == null) {
      throw new IllegalArgumentException(
          "The scheduler " + name + " needs a file. Maybe " + name + "@" + example + ".");
    }
    try (InputStream stream = PairFactory.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("The class path lacks " + resource + ".");
      }
      return scheduler(parameters, reader.read(resource, stream.readAllBytes()));
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + resource + " of the class path.", e);
    }
  }

  @Override
  public Scheduler create(PolicyParameters parameters, Streams streams, String file) {
    try {
      return scheduler(parameters, reader.read(file, Files.readAllBytes(Path.of(file))));
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException(
          "The scheduler "
              + name
              + " cannot read "
              + file
              + ". Maybe "
              + name
              + "@"
              + example
              + ".",
          e);
    }
  }

  private static Scheduler scheduler(PolicyParameters parameters, Agents agents) {
    return new PairScheduler(
        new PairScheduler.Setting(
            agents.rule(),
            parameters.durations(),
            agents.preemptive() && parameters.get(PREEMPT) > 0),
        new LearnedOutlook(agents.knowledge().factory(), 0),
        agents.chooser().copy());
  }
}
