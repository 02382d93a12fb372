package org.edgetwin.calibration.training;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TrainingConstantsTest {
  @Test
  void theJobsAreWhatTheFitGives() throws IOException {
    var constants = new TrainingConstants();
    ShippedFit.assertIsWhatTheFitGives("training/jobs.csv", constants.jobs());
    ShippedFit.assertIsWhatTheFitGives("training/compute.csv", constants.compute());
  }

  @Test
  void theScalingsAreWhatTheFitGives() throws IOException {
    ShippedFit.assertIsWhatTheFitGives(
        "training/gang-scaling.csv", TrainingConstants.gangScaling());
  }
}
