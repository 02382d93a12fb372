package org.edgetwin.agents.file;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a user should know about a policy before using it.
 *
 * @param name short name of the policy
 * @param trainingData what it was trained on
 * @param validationData what it was chosen on
 * @param testData what it was judged on, never used before
 * @param notes anything else, by name
 */
public record PolicyCard(
    String name,
    String trainingData,
    String validationData,
    String testData,
    Map<String, String> notes) {
  public PolicyCard {
    // Sorted, so that equal cards give equal bytes.
    notes = Collections.unmodifiableMap(new TreeMap<>(notes));
  }
}
