package org.edgetwin.agents.net;

/**
 * What one network sees at one decision. The arrays are not copied and must not change.
 *
 * @param items {@code float[N][itemFeatures]}, row-major
 * @param others {@code float[M][otherFeatures]}, row-major; empty if there is no other set
 * @param globals {@code float[globalFeatures]}
 * @param pairs {@code float[N][pairFeatures]}, row-major
 * @param ruleScores {@code float[N + 1]}: the score of each item under the rule that the policy
 *     starts from, higher is better, and last the score of choosing none
 * @param legal {@code boolean[N + 1]}: which choices the engine would accept, none last
 */
@SuppressWarnings(
    "ArrayRecordComponent") // Handed to float loops at every decision; a copy would cost.
public record Decision(
    float[] items,
    float[] others,
    float[] globals,
    float[] pairs,
    float[] ruleScores,
    boolean[] legal) {
  public Decision {
    if (ruleScores.length == 0 || ruleScores.length != legal.length) {
      throw new IllegalArgumentException(
          "A decision of "
              + ruleScores.length
              + " rule scores and "
              + legal.length
              + " legal flags. Both must have one entry per item and one for none.");
    }
    boolean any = false;
    for (boolean one : legal) {
      any |= one;
    }
    if (!any) {
      throw new IllegalArgumentException("A decision without a legal choice.");
    }
  }

  public int itemCount() {
    return ruleScores.length - 1;
  }
}
