package org.edgetwin.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.edgetwin.cli.bench.QueueProgram;

/**
 * A program of others that serves W1 in a process of its own.
 *
 * @param title what tables call it
 * @param command its command line, to which the file of jobs and their number are added; it prints
 *     one line: jobs, mean response in seconds, makespan in seconds, seconds that the run took
 * @param tolerance how far its mean response may be from the exact one, as a share of it; 0 for
 *     equal to nine digits
 * @param leastRatio how many times as fast EdgeTwin promises to be
 */
record PeerProgram(String title, List<String> command, double tolerance, double leastRatio) {
  PeerProgram {
    command = List.copyOf(command);
  }

  /**
   * What it made of the jobs.
   *
   * @param seconds time of the run, without start and reading
   */
  record Outcome(QueueProgram.Answer answer, double seconds) {}

  /**
   * Runs it.
   *
   * @throws IOException if it cannot be started, fails, or prints something else
   */
  Outcome run(Path file, int jobs) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(command);
    words.add(file.toString());
    words.add(Integer.toString(jobs));
    Process process =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    int exitCode = process.waitFor();
    String[] fields = output.split(",", -1);
    if (exitCode != 0 || fields.length != 4 || !fields[0].equals(Integer.toString(jobs))) {
      throw new IOException(title + " ended with code " + exitCode + " and printed: " + output);
    }
    return new Outcome(
        new QueueProgram.Answer(Double.parseDouble(fields[1]), Double.parseDouble(fields[2])),
        Double.parseDouble(fields[3]));
  }
}
