package org.edgetwin.gpu.sharing;

/**
 * How alike two pairs of jobs are: the covariance of their logarithms of kept speed, as eight parts
 * of unit weight. Three are effects of single jobs; five are effects of two jobs meeting.
 *
 * <p>Jobs are compared in three ways: F, same family; B, same family and a batch close by, {@code
 * exp(-d^2 / 8)} with d the difference of binary logarithms; I, same job. With K one of them and
 * the sign of the {@link Symmetry}, pairs (a,b) and (c,d) have
 *
 * <pre>{@code
 * single jobs   K(a,c) + K(b,d) +- (K(a,d) + K(b,c))
 * meetings      (K(a,c) L(b,d) + L(a,c) K(b,d) +- (K(a,d) L(b,c) + L(a,d) K(b,c))) / 2
 * }</pre>
 *
 * <p>Products of covariances are covariances [rasmussen2006]; summing over both orders makes them
 * blind to the order.
 */
public final class PairKernel {
  /** Number of parts. */
  public static final int PARTS = 8;

  /**
   * Width of B in binary logarithms: of 1, 2, 4 and 8 the one with the largest marginal likelihood
   * on all three GPUs together.
   */
  private static final double BATCH_WIDTH = 2;

  private static final int FAMILY = 0;
  private static final int BATCH = 1;
  private static final int SAME = 2;
  private static final int[][] MEETINGS = {
    {FAMILY, FAMILY}, {FAMILY, BATCH}, {BATCH, BATCH}, {FAMILY, SAME}, {BATCH, SAME}
  };

  private PairKernel() {}

  /** Writes the parts of the covariance of two pairs to {@code parts}. */
  public static void parts(JobPair p, JobPair q, Symmetry symmetry, double[] parts) {
    double batchAc = batch(p.a(), q.a());
    double batchBd = batch(p.b(), q.b());
    double batchAd = batch(p.a(), q.b());
    double batchBc = batch(p.b(), q.a());
    for (int k = 0; k < 3; k++) {
      parts[k] =
          likeness(k, batchAc, p.a(), q.a())
              + likeness(k, batchBd, p.b(), q.b())
              + symmetry.sign()
                  * (likeness(k, batchAd, p.a(), q.b()) + likeness(k, batchBc, p.b(), q.a()));
    }
    for (int m = 0; m < MEETINGS.length; m++) {
      int k = MEETINGS[m][0];
      int l = MEETINGS[m][1];
      double straight =
          likeness(k, batchAc, p.a(), q.a()) * likeness(l, batchBd, p.b(), q.b())
              + likeness(l, batchAc, p.a(), q.a()) * likeness(k, batchBd, p.b(), q.b());
      double crossed =
          likeness(k, batchAd, p.a(), q.b()) * likeness(l, batchBc, p.b(), q.a())
              + likeness(l, batchAd, p.a(), q.b()) * likeness(k, batchBc, p.b(), q.a());
      parts[3 + m] = (straight + symmetry.sign() * crossed) / 2;
    }
  }

  private static double likeness(int way, double batch, JobKind u, JobKind v) {
    return switch (way) {
      case FAMILY -> batch > 0 ? 1 : 0;
      case BATCH -> batch;
      default -> batch == 1 && u.is(v) ? 1 : 0;
    };
  }

  /** B; 0 exactly where the families differ. */
  private static double batch(JobKind u, JobKind v) {
    if (!u.family().equals(v.family())) {
      return 0;
    }
    double steps = (u.logBatch() - v.logBatch()) / BATCH_WIDTH;
    return Math.max(Double.MIN_NORMAL, Math.exp(-steps * steps / 2));
  }
}
