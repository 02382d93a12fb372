package org.edgetwin.agents.rl4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.edgetwin.agents.log.ScalarLog;

/**
 * The curve of a training: return, length, seconds since its beginning and share of illegal choices
 * of each whole episode, against all steps taken until then; and all steps and seconds in the end.
 * Thread-safe.
 */
final class EpisodeLog {
  static final String RETURN = "charts/episodic_return";
  static final String LENGTH = "charts/episodic_length";
  static final String SECONDS = "charts/seconds";
  static final String ILLEGAL = "charts/illegal_share";

  private final ScalarLog log;

  EpisodeLog(ScalarLog log) {
    this.log = log;
  }

  synchronized void write(long step, double total, long length, double seconds, double illegal) {
    Map<String, Double> scalars = new LinkedHashMap<>();
    scalars.put(RETURN, total);
    scalars.put(LENGTH, (double) length);
    scalars.put(SECONDS, seconds);
    scalars.put(ILLEGAL, illegal);
    write(step, scalars);
  }

  /** The end of a training, which may come in the middle of an episode. */
  synchronized void end(long steps, double seconds) {
    write(steps, Map.of(SECONDS, seconds));
  }

  private void write(long step, Map<String, Double> scalars) {
    try {
      log.write(step, scalars);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the curve: " + e.getMessage(), e);
    }
  }
}
