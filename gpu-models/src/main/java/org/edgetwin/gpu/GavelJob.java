package org.edgetwin.gpu;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.edgetwin.gpu.table.Require;

/**
 * A job as Gavel's tables and traces name it: a job type and the number of GPUs.
 *
 * @param jobType such as {@code ResNet-50 (batch size 64)}
 * @param gpus size of the gang
 */
public record GavelJob(String jobType, int gpus) {
  private static final Pattern TUPLE = Pattern.compile("\\(\\s*'(.+)'\\s*,\\s*(\\d{1,6})\\s*\\)");

  public GavelJob {
    Require.text("jobType", jobType);
    Require.atLeast("gpus", gpus, 1);
  }

  /**
   * Reads a table key, a Python tuple such as {@code ('ResNet-50 (batch size 64)', 2)}; empty if it
   * is not one.
   */
  public static Optional<GavelJob> parse(String key) {
    Matcher matcher = TUPLE.matcher(key.trim());
    return matcher.matches()
        ? Optional.of(new GavelJob(matcher.group(1), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** The table key of this job. */
  public String key() {
    return "('" + jobType + "', " + gpus + ")";
  }
}
