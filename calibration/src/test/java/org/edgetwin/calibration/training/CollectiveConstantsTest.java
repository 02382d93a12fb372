package org.edgetwin.calibration.training;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CollectiveConstantsTest {
  private final CollectiveConstants constants = new CollectiveConstants();

  @Test
  void theLawsAreWhatTheFitGives() throws IOException {
    ShippedFit.assertIsWhatTheFitGives("collectives/laws.csv", constants.laws());
  }

  @Test
  void theCurvesAreWhatTheFitGives() throws IOException {
    ShippedFit.assertIsWhatTheFitGives("collectives/curves.csv", constants.curves());
  }
}
