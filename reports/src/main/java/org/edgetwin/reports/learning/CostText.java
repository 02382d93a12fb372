package org.edgetwin.reports.learning;

import org.edgetwin.reports.text.Duration;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.reports.text.Sentence;

/** Costs of an evaluation in words and units of people. */
final class CostText {
  private final Evaluation content;

  CostText(Evaluation content) {
    this.content = content;
  }

  String of(double cost) {
    return content.costInSeconds() ? Duration.of(cost) : Quantity.of(cost);
  }

  /** The cost's name at the head of a column. */
  String title() {
    return Sentence.start(content.cost());
  }
}
