package org.edgetwin.cli.explain;

import java.util.List;
import java.util.stream.IntStream;
import org.edgetwin.gpu.NearestNames;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.sim.metrics.JobRecord;

/**
 * A job as the user names it.
 *
 * @param option where the user named it
 * @param text its name, or its number in order of submission
 */
public record JobChoice(String option, String text) {
  /**
   * The number of the job.
   *
   * @throws BadInputException if there is none
   */
  int among(List<JobRecord> jobs) {
    return IntStream.range(0, jobs.size())
        .filter(i -> jobs.get(i).name().equals(text))
        .findFirst()
        .orElseGet(() -> byNumber(jobs));
  }

  private int byNumber(List<JobRecord> jobs) {
    if (text.matches("\\d{1,9}") && Integer.parseInt(text) < jobs.size()) {
      return Integer.parseInt(text);
    }
    List<String> near = NearestNames.suggest(text, jobs.stream().map(JobRecord::name).toList());
    throw new BadInputException(
        new Issue(
            option,
            0,
            "",
            text,
            "There is no job of that name or number.",
            near.isEmpty()
                ? "Maybe a name from jobs.csv, or a number below " + jobs.size() + "."
                : "Maybe " + String.join(", ", near) + "."));
  }
}
