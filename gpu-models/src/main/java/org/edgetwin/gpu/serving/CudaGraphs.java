package org.edgetwin.gpu.serving;

import java.util.stream.IntStream;

/** The batch sizes for which vLLM captures CUDA graphs unless it is told otherwise. */
final class CudaGraphs {
  private static final int LARGEST = 512;

  private CudaGraphs() {}

  /** 1, 2, 4, multiples of 8 up to 256, of 16 up to 512; not above twice the sequences. */
  static int[] usualSizes(int maxNumSeqs) {
    return IntStream.rangeClosed(1, Math.min(LARGEST, 2 * maxNumSeqs))
        .filter(size -> size <= 2 || size == 4 || size % (size <= LARGEST / 2 ? 8 : 16) == 0)
        .toArray();
  }
}
