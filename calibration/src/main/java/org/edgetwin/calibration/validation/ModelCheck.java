package org.edgetwin.calibration.validation;

import java.util.List;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.CheckedModel;

/**
 * A part of the model held against measurements that its fit has not seen.
 *
 * <p>A check fits on one part of its data set and predicts the other. Entities (a pair of jobs, a
 * configuration, a GPU, a model) are left out whole, never single rows of one. Deterministic: the
 * same program gives the same figures.
 */
public interface ModelCheck {
  /** The part of the model, such as {@code sharing}; parts stand together in the table. */
  String part();

  /** Unique, short, such as {@code pairs-statistical}. */
  String name();

  /** What predicts, in one line. */
  String model();

  /** What was measured and by whom, with the key of the reference, in one line. */
  String data();

  /** What was left out of the fit, in one line. */
  String split();

  /** Fits and predicts. May take seconds. */
  List<CheckCell> run();

  /** The check with what came of it. */
  default CheckedModel checked() {
    return new CheckedModel(part(), name(), model(), data(), split(), run());
  }
}
