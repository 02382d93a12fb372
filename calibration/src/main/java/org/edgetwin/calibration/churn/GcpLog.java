package org.edgetwin.calibration.churn;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.edgetwin.calibration.data.DataSet;

/**
 * The log of a program that kept nine pre-emptible GPU instances and looked every 10 to 17 minutes
 * whether they still ran [narayanan2020].
 *
 * @param lineList in order of time
 */
record GcpLog(List<Line> lineList) {
  private static final double CONFIRMATION_SECONDS = 5;

  private static final Pattern LINE =
      Pattern.compile(
          "\\[(\\S+)] (?:(Created instance) (\\S+) .*|Instance (\\S+) (running|not running)"
              + " .*|.*)");

  /**
   * One line.
   *
   * @param time seconds since the first line
   * @param instance empty if the line is about none
   */
  record Line(double time, String instance, Kind kind) {}

  /** What a line says. */
  enum Kind {
    CREATED,
    RUNNING,
    NOT_RUNNING,
    OTHER
  }

  GcpLog {
    lineList = List.copyOf(lineList);
  }

  /** The log of March 2020. */
  static GcpLog march2020() {
    try (BufferedReader reader =
        new BufferedReader(DataSet.open("gcp-spot-2020/gcp_availability_2020-03-01.log.gz"))) {
      List<Matcher> matches = reader.lines().map(LINE::matcher).filter(Matcher::matches).toList();
      Instant start = Instant.parse(matches.get(0).group(1));
      return new GcpLog(matches.stream().map(match -> line(match, start)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("The log of spot instances cannot be read.", e);
    }
  }

  private static Line line(Matcher match, Instant start) {
    double time = Duration.between(start, Instant.parse(match.group(1))).toSeconds();
    if (match.group(2) != null) {
      return new Line(time, match.group(3), Kind.CREATED);
    }
    if (match.group(4) != null) {
      boolean running = match.group(5).equals("running");
      return new Line(time, match.group(4), running ? Kind.RUNNING : Kind.NOT_RUNNING);
    }
    return new Line(time, "", Kind.OTHER);
  }

  double endTime() {
    return lineList.get(lineList.size() - 1).time();
  }

  /** The lines before a time: what was known then. */
  GcpLog until(double time) {
    return new GcpLog(lineList.stream().filter(line -> line.time() < time).toList());
  }

  /**
   * The instances that were created and looked at at least once, in the order of their end. The
   * confirmation that the log writes within seconds of a creation is not a look. An instance that
   * was not created is reported as not running too: that is no death.
   */
  List<PolledLife> lives() {
    Map<String, Double> bornByInstance = new HashMap<>();
    Map<String, List<Double>> agesByInstance = new HashMap<>();
    List<PolledLife> lives = new ArrayList<>();
    for (Line line : lineList) {
      Double born = bornByInstance.get(line.instance());
      if (line.kind() == Kind.CREATED) {
        bornByInstance.put(line.instance(), line.time());
        agesByInstance.put(line.instance(), new ArrayList<>());
      } else if (born != null && line.time() - born > CONFIRMATION_SECONDS) {
        List<Double> ages = agesByInstance.get(line.instance());
        ages.add(line.time() - born);
        if (line.kind() == Kind.NOT_RUNNING) {
          lives.add(new PolledLife(born, ages, true));
          bornByInstance.remove(line.instance());
        }
      }
    }
    // The slots have fixed names, so this order is fixed too.
    bornByInstance.keySet().stream()
        .sorted()
        .filter(instance -> !agesByInstance.get(instance).isEmpty())
        .map(
            instance ->
                new PolledLife(bornByInstance.get(instance), agesByInstance.get(instance), false))
        .forEach(lives::add);
    return lives;
  }
}
