package org.edgetwin.cli.simulate;

import org.edgetwin.reports.text.Quantity;
import org.edgetwin.scenarios.model.ContentionPlan;
import org.edgetwin.scenarios.model.HostContentionPlan;
import org.edgetwin.scenarios.model.SpeedPlan;

/** What a reader of a report must know of speeds, and of what jobs do to each other. */
final class SpeedsInWords {
  private SpeedsInWords() {}

  static String ofSpeeds(SpeedPlan plan) {
    String sampled = plan.isSampled() ? " Every replication draws by how much they are off." : "";
    if (plan instanceof SpeedPlan.Gavel) {
      return "Speeds are measured for K80, P100 and V100 (Gavel); for other GPUs they follow their"
          + " data sheets: 20 % off on average over classes, a factor of 1.5 to 2 for one"
          + " class on one GPU (docs/models/speed.md)."
          + sampled;
    }
    return plan instanceof SpeedPlan.Spec
        ? "Speeds follow data sheets: a factor of 1.5 to 2 off for one class on one GPU"
            + " (docs/models/speed.md)."
            + sampled
        : "All GPUs are taken to be equally fast.";
  }

  static String ofGpus(ContentionPlan plan) {
    if (plan instanceof ContentionPlan.Pairs) {
      return "What jobs on one GPU do to each other is measured for pairs on K80, P100 and V100, and"
          + " a law elsewhere: 7 % off on average (docs/models/contention.md).";
    }
    if (plan instanceof ContentionPlan.Fitted) {
      return "What jobs on one GPU do to each other is measured or forecast for pairs on K80, P100"
          + " and V100 (2 to 5 % off), and fitted physics elsewhere, for which nothing was measured"
          + " (docs/models/sharing.md).";
    }
    if (plan instanceof ContentionPlan.Mps mps) {
      return "Jobs on one GPU share it by progressive filling of fitted demands, each on at most "
          + Quantity.percent(mps.threadShare())
          + " of the processors: 2 to 8 % off for pairs without a limit (docs/models/sharing.md).";
    }
    if (plan instanceof ContentionPlan.TimeSlicing turns) {
      return turns.switchSeconds() == 0
          ? "Jobs on one GPU are taken to share it evenly, without loss."
          : "Jobs on one GPU are taken to share it in even turns, less the switches.";
    }
    if (plan instanceof ContentionPlan.Mig) {
      return "Jobs on one GPU have slices of hardware as large as their shares, of any size.";
    }
    return "Jobs on one GPU are taken not to feel each other.";
  }

  /** Of a plan under which jobs on one machine do feel each other. */
  static String ofMachines(HostContentionPlan plan) {
    if (plan instanceof HostContentionPlan.Resources) {
      return "What jobs take of the CPUs, PCIe, disk and network card of their machine is proposed,"
          + " not measured (docs/models/host.md).";
    }
    return "What jobs with GPUs of their own do to each other on one machine is the scenario's own.";
  }
}
