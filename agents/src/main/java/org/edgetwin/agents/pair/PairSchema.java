package org.edgetwin.agents.pair;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.edgetwin.agents.net.FeatureSchema;

/** The features of this version of the two agents. */
public final class PairSchema {
  /** Raised whenever a feature's meaning changes under the same name. */
  private static final int VERSION = 2;

  /** All of them, in order. */
  public static final FeatureSchema SCHEMA =
      new FeatureSchema(
          VERSION,
          names(JobFeature.values()),
          names(NodeFeature.values()),
          names(GlobalFeature.values()),
          names(PairFeature.values()));

  private PairSchema() {}

  static List<String> names(Enum<?>[] features) {
    return Stream.of(features).map(feature -> feature.name().toLowerCase(Locale.ROOT)).toList();
  }
}
