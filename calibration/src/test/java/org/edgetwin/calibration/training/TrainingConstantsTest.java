package org.edgetwin.calibration.training;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TrainingConstantsTest {
  @Test
  void theJobsAreWhatTheFitGives() throws IOException {
    var constants = new TrainingConstants();
    ShippedTable.assertIsWhatTheFitGives("training/jobs.csv", constants.jobs());
    ShippedTable.assertIsWhatTheFitGives("training/compute.csv", constants.compute());
  }

  @Test
  void theScalingsAreWhatTheFitGives() throws IOException {
    ShippedTable.assertIsWhatTheFitGives(
        "training/gang-scaling.csv", TrainingConstants.gangScaling());
  }
}
