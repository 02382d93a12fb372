package org.edgetwin.agents.study;

import java.util.Map;

/** Hears how a training gets on, always on the thread that trains. */
public interface StudyListener {
  /** Hears nothing. */
  StudyListener NONE =
      new StudyListener() {
        @Override
        public void progress(String stage, long done, long total) {}

        @Override
        public void scalars(long step, Map<String, Double> values) {}
      };

  /**
   * A stage got on.
   *
   * @param stage what is being done
   * @param done steps of it that are done, of {@code total}
   */
  void progress(String stage, long done, long total);

  /**
   * Something was measured.
   *
   * @param step decisions made so far in all episodes
   * @param values by tag, as TensorBoard shows them
   */
  void scalars(long step, Map<String, Double> values);
}
