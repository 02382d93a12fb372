package org.edgetwin.calibration.speed;

import java.util.List;

/** Which of two GPUs runs a pass faster: over all pairs of GPUs that both ran it. */
final class PairOrder {
  private PairOrder() {}

  /** Share of the pairs put in the measured order. */
  static double rightShare(List<Prediction> predictions) {
    int pairs = 0;
    int right = 0;
    for (int i = 0; i < predictions.size(); i++) {
      for (int j = 0; j < i; j++) {
        Prediction a = predictions.get(i);
        Prediction b = predictions.get(j);
        if (a.pass().pass().equals(b.pass().pass())) {
          pairs++;
          boolean measured = a.pass().seconds() < b.pass().seconds();
          boolean predicted = a.seconds() < b.seconds();
          right += measured == predicted ? 1 : 0;
        }
      }
    }
    return (double) right / pairs;
  }
}
