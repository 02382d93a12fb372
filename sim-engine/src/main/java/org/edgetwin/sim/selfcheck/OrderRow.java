package org.edgetwin.sim.selfcheck;

import java.util.List;
import org.edgetwin.sim.kernel.Streams;

/** The order of the disciplines on the same jobs, paired run by run. */
final class OrderRow {
  private static final double RHO = 0.8;
  private static final int RUNS = 40;

  private OrderRow() {}

  static List<CheckRow> rows() {
    return List.of(
        new CheckRow(
            "SRPT <= LAS <= PS <= FCFS on common jobs, rho 0.8",
            "decreasing hazard rate (H2); exponential: LAS = PS in the mean",
            inOrder(),
            sameMean()));
  }

  private static Check inOrder() {
    return new ExactCheck(
        "order",
        List.of(new ExactCheck.Cell("H2, paired runs out of order", Relation.EQUAL, 0)),
        (streams, mode) -> {
          int outOfOrder = 0;
          int runs = Math.max(mode.minimumReplications(), mode.scaled(RUNS));
          for (int run = 1; run <= runs; run++) {
            Streams common = new Streams(streams.seed(), run).scoped("selfcheck/order");
            double previous = 0;
            boolean ascending = true;
            for (SingleServerRows.Discipline discipline :
                List.of(
                    SingleServerRows.Discipline.SRPT,
                    SingleServerRows.Discipline.LAS,
                    SingleServerRows.Discipline.PS,
                    SingleServerRows.Discipline.FCFS)) {
              double response = response(ServiceLaw.HYPEREXPONENTIAL, discipline, common, mode);
              ascending &= previous <= response;
              previous = response;
            }
            outOfOrder += ascending ? 0 : 1;
          }
          return new double[] {outOfOrder};
        });
  }

  /** The difference, on the scale of the mean that both have. */
  private static Check sameMean() {
    return new ReplicatedCheck(
        "same mean",
        Target.at(RHO, "exponential, 1 + (LAS - PS) / W", 1),
        (streams, mode) -> {
          double las =
              response(ServiceLaw.EXPONENTIAL, SingleServerRows.Discipline.LAS, streams, mode);
          double ps =
              response(ServiceLaw.EXPONENTIAL, SingleServerRows.Discipline.PS, streams, mode);
          return Observation.of(1 + (las - ps) / QueueFormulas.singleServerResponse(RHO));
        });
  }

  private static double response(
      ServiceLaw law, SingleServerRows.Discipline discipline, Streams streams, Mode mode) {
    return SingleServerRows.run(law, discipline, RHO, SingleServerRows.FEW_JOBS, streams, mode)
        .tally()
        .meanResponse();
  }
}
