package org.edgetwin.sim.fleet;

import java.util.Arrays;
import org.edgetwin.gpu.GpuModel;

/** Interchangeable GPUs: see {@link NodeGroupView}. */
final class NodeGroup implements NodeGroupView {
  private final int index;
  private final NodeSpec sample;
  private final int[] nodeArray;
  private final int gpuCount;
  private final int maxGpusPerNode;
  private final FreeIndex freeIndex;
  private int upGpus;
  private int runningGpus;
  private double priceUsdPerGpuHour;

  NodeGroup(int index, NodeSpec sample, int[] nodeArray, int gpuCount, int maxGpusPerNode) {
    this(
        index,
        sample,
        nodeArray,
        gpuCount,
        maxGpusPerNode,
        new FreeIndex(nodeArray.length, maxGpusPerNode));
  }

  private NodeGroup(
      int index,
      NodeSpec sample,
      int[] nodeArray,
      int gpuCount,
      int maxGpusPerNode,
      FreeIndex freeIndex) {
    this.index = index;
    this.sample = sample;
    this.nodeArray = nodeArray;
    this.gpuCount = gpuCount;
    this.maxGpusPerNode = maxGpusPerNode;
    this.freeIndex = freeIndex;
    priceUsdPerGpuHour = sample.priceUsdPerGpuHour();
  }

  void setPrice(double usdPerGpuHour) {
    priceUsdPerGpuHour = usdPerGpuHour;
  }

  void moveNode(int position, int fromFree, int toFree) {
    freeIndex.move(position, fromFree, toFree);
  }

  void addUpGpus(int change, int runningChange) {
    upGpus += change;
    runningGpus += runningChange;
  }

  /** GPUs on nodes that run jobs: up or draining. */
  int runningGpus() {
    return runningGpus;
  }

  /** GPUs on nodes that are up. */
  int upGpus() {
    return upGpus;
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public GpuModel gpuModel() {
    return sample.gpuModel();
  }

  @Override
  public String region() {
    return sample.region();
  }

  @Override
  public String site() {
    return sample.site();
  }

  @Override
  public boolean community() {
    return sample.community();
  }

  @Override
  public double priceUsdPerGpuHour() {
    return priceUsdPerGpuHour;
  }

  @Override
  public String operator() {
    return sample.operator();
  }

  PriceRule priceRule() {
    return sample.priceRule();
  }

  @Override
  public int virtualCluster() {
    return sample.virtualCluster();
  }

  @Override
  public int nodeCount() {
    return nodeArray.length;
  }

  @Override
  public int node(int i) {
    return nodeArray[i];
  }

  @Override
  public int gpuCount() {
    return gpuCount;
  }

  @Override
  public int maxGpusPerNode() {
    return maxGpusPerNode;
  }

  @Override
  public int freeGpus() {
    return freeIndex.freeGpus();
  }

  @Override
  public int firstWithFree(int gpus) {
    return nodeAt(freeIndex.first(gpus));
  }

  @Override
  public int nextWithFree(int gpus, int node) {
    return nodeAt(freeIndex.next(gpus, positionAtOrBefore(node)));
  }

  @Override
  public int tightestWithFree(int gpus) {
    return nodeAt(freeIndex.tightest(gpus));
  }

  @Override
  public int emptiestWithFree(int gpus) {
    return nodeAt(freeIndex.emptiest(gpus));
  }

  @Override
  public int firstWithExactly(int gpus) {
    return nodeAt(freeIndex.firstExactly(gpus));
  }

  @Override
  public int nextWithExactly(int gpus, int node) {
    return nodeAt(freeIndex.nextExactly(gpus, positionAtOrBefore(node)));
  }

  private int positionAtOrBefore(int node) {
    int position = Arrays.binarySearch(nodeArray, node);
    return position < 0 ? -position - 2 : position;
  }

  private int nodeAt(int position) {
    return position < 0 ? -1 : nodeArray[position];
  }

  NodeGroup copy() {
    NodeGroup copy =
        new NodeGroup(index, sample, nodeArray, gpuCount, maxGpusPerNode, freeIndex.copy());
    copy.upGpus = upGpus;
    copy.runningGpus = runningGpus;
    copy.priceUsdPerGpuHour = priceUsdPerGpuHour;
    return copy;
  }
}
