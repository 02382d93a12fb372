package org.edgetwin.gpu.operators;

/**
 * Products of matrices that a GPU library runs as one kernel: {@code batch} times (rows x inner) by
 * (inner x columns).
 *
 * @param batch independent products in one kernel
 * @param rows of the left factor; tokens, for a linear layer going forward
 * @param columns of the right factor
 * @param inner length of the sums
 */
public record MatrixProduct(long batch, long rows, long columns, long inner) {
  /** Rows of the output tile that one block of threads computes, in the usual large kernels. */
  private static final long TILE_ROWS = 128;

  public MatrixProduct {
    if (batch < 1 || rows < 1 || columns < 1 || inner < 1) {
      throw new IllegalArgumentException(
          "A matrix product of "
              + batch
              + " x ("
              + rows
              + ", "
              + columns
              + ", "
              + inner
              + ") has no size. Maybe a width is smaller than the number of GPUs it is split over?");
    }
  }

  /** A single product, as a linear layer runs it. */
  public static MatrixProduct linear(long rows, long columns, long inner) {
    return new MatrixProduct(1, rows, columns, inner);
  }

  /** Floating-point operations, a fused multiply-add counted as two. */
  public double flops() {
    return 2.0 * batch * rows * columns * inner;
  }

  /** Least memory traffic: both factors and the result once, byte. */
  public double bytes(double bytesPerNumber) {
    return bytesPerNumber
        * batch
        * ((double) rows * columns + (double) rows * inner + (double) columns * inner);
  }

  /**
   * How full the multiprocessors are on average: blocks run in waves of one block per
   * multiprocessor, and the last wave may be half empty.
   *
   * @param tileColumns columns of the output tile of a block of 128 rows
   * @return in (0, 1]
   */
  public double waveFill(int multiprocessors, long tileColumns) {
    double tiles = (double) batch * ceil(rows, TILE_ROWS) * ceil(columns, tileColumns);
    double waves = tiles / multiprocessors;
    return waves / Math.ceil(waves);
  }

  private static long ceil(long size, long tile) {
    return (size + tile - 1) / tile;
  }
}
