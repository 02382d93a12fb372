package org.edgetwin.calibration.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.validation.CheckCell;

/**
 * The engine and its schedulers against a real cluster: what a start costs and how slow iterations
 * are is fitted to two runs, and a third one is predicted.
 */
public final class TestbedCheck implements ModelCheck {
  private static final String AS_TESTBED = "(period=360, restart_all=1)";

  /** Names of our schedulers by those of the fitted runs. */
  private static final Map<String, String> FITTED =
      Map.of("SRTF", "tick-srtf" + AS_TESTBED, "SRSF", "tick-srsf" + AS_TESTBED);

  /**
   * By what turns took longer there than an ideal period: the value, to three digits, at which the
   * mean completion under Muri-S is that of its run.
   */
  static final double TURN_STRETCH = 1.075;

  @Override
  public String part() {
    return "scheduling";
  }

  @Override
  public String name() {
    return "muri-testbed";
  }

  @Override
  public String model() {
    return "the simulated cluster under SRTF, SRSF, Tiresias and Muri-S, on ticks that restart every job";
  }

  @Override
  public String data() {
    return "400 jobs on 64 V100, one run for each scheduler [muri]";
  }

  @Override
  public String split() {
    return "cost of a start and slow-down fitted to the SRTF and SRSF runs, Tiresias predicted; Muri-S"
        + " with one more fitted figure, the stretch of turns";
  }

  @Override
  public List<CheckCell> run() {
    List<TestbedJob> jobs = TestbedJob.all();
    List<String> fitted = FITTED.keySet().stream().sorted().toList();
    StartCosts costs = StartCosts.fit(jobs, fitted.stream().map(MeasuredRun::of).toList());
    List<JobSpec> specs = jobs.stream().map(job -> job.spec(costs)).toList();
    List<CheckCell> cells = new ArrayList<>();
    cells.add(
        Testbed.compare(
            "Tiresias",
            Testbed.run("tick-tiresias" + AS_TESTBED, specs),
            MeasuredRun.of("tiresias"),
            true));
    for (String run : fitted) {
      cells.add(
          Testbed.compare(
              run + " (in the fit)",
              Testbed.run(FITTED.get(run), specs),
              MeasuredRun.of(run),
              true));
    }
    cells.add(
        Testbed.compare(
            "Muri-S (stretch " + TURN_STRETCH + ", fitted to its mean)",
            Testbed.run("muri-s" + AS_TESTBED, specs, TURN_STRETCH),
            MeasuredRun.of("Muri-S"),
            false));
    return cells;
  }
}
