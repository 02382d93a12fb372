package org.edgetwin.reports.sample;

import java.util.List;

/**
 * How large a sample run is.
 *
 * @param gpusPerNode a power of two
 */
public record SampleShape(
    int regions,
    int models,
    int nodesPerGroup,
    int gpusPerNode,
    int jobs,
    double meanGapSeconds,
    double medianSeconds,
    int virtualClusters,
    boolean keepsAttempts) {
  private static final List<String> MODELS =
      List.of(
          "h100-sxm-80gb",
          "a100-sxm-80gb",
          "a100-pcie-40gb",
          "l40s",
          "rtx4090",
          "rtx3090",
          "v100-sxm-16gb",
          "t4",
          "p100",
          "a10",
          "l4",
          "k80");
  private static final List<String> REGIONS =
      List.of(
          "aws:us-east-1",
          "aws:us-west-2",
          "aws:eu-central-1",
          "aws:ap-northeast-1",
          "gcp:southamerica-east1",
          "gcp:europe-west4",
          "azure:westeurope",
          "azure:southeastasia",
          "aws:ap-south-1",
          "aws:ca-central-1",
          "gcp:australia-southeast1",
          "community:berlin");

  public static SampleShape small() {
    return new SampleShape(1, 2, 2, 4, 30, 60, 400, 1, true);
  }

  public static SampleShape large() {
    return new SampleShape(12, 12, 2, 8, 4000, 40, 6000, 12, true);
  }

  int groups() {
    return regions * models;
  }

  String model(int group) {
    return MODELS.get(group % models);
  }

  String region(int group) {
    return REGIONS.get(group / models);
  }

  double priceUsd(int group) {
    return 4.0 / (1 + group % models);
  }
}
