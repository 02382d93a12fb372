package org.edgetwin.cli.train;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.edgetwin.agents.flat.FlatEnvironment;
import org.edgetwin.agents.flat.FlatEnvironmentProvider;
import org.edgetwin.agents.study.RelativeEnvironment;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.training.Training;
import org.edgetwin.scenarios.training.TrainingFiles;

/**
 * The training span of a training file as a flat environment; its name is the file's path. Of the
 * file it takes the span, the variants, the rule's hysteresis, the belief and whether agents may
 * preempt.
 */
public final class TrainingEnvironments implements FlatEnvironmentProvider {
  private static final int JOB_SLOTS = 12;
  private static final int NODE_SLOTS = 6;
  private static final String EXAMPLE = "scenarios/training/duet-v1.yaml";

  @Override
  public List<String> names() {
    return List.of(EXAMPLE);
  }

  /**
   * Opens a training file.
   *
   * @param seed not used: the file has all that stays the same
   * @throws IllegalArgumentException with all problems of the file if there are any
   */
  @Override
  public Optional<FlatEnvironment> create(String name, long seed) {
    if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
      return Optional.empty();
    }
    try {
      Path file = Path.of(name);
      Training training = TrainingFiles.load(file, List.of());
      return Optional.of(
          new RelativeEnvironment(
              Plans.episodes(
                  Plans.scenarios(file, training, training.training()), training.training()),
              Plans.cast(training),
              JOB_SLOTS,
              NODE_SLOTS));
    } catch (BadInputException | InvalidPathException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
