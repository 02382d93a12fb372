package org.edgetwin.agents.rl4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.edgetwin.agents.file.Checkpoint;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Keeps a training in a file, from which another process can go on: weights, the optimiser's
 * moments, and what is used of the budget. RL4J's replayed transitions and its random numbers are
 * not kept, so a training that was stopped is not the one that was not. Thread-safe.
 */
final class Saver {
  /** The checkpoint's name. */
  static final String FILE = "checkpoint.bin";

  private static final double SECONDS_BETWEEN = 30;
  private static final String USED = "budget.steps";
  private static final String ELAPSED = "budget.seconds";

  private final Path file;
  private final Checkpoint found;
  private final SortedMap<String, MultiLayerNetwork> networks = new TreeMap<>();

  private Lock updates = new ReentrantLock();
  private double savedAt;

  /**
   * Reads what a folder holds of a training.
   *
   * @throws IllegalArgumentException if that is no whole checkpoint
   */
  Saver(Path folder) throws IOException {
    file = folder.resolve(FILE);
    found = Files.exists(file) ? Checkpoint.read(file) : new Checkpoint();
    savedAt = elapsed();
  }

  /** Steps that were taken when the file was written; 0 without a file. */
  long used() {
    return found.longs().containsKey(USED) ? found.longs(USED)[0] : 0;
  }

  /** Seconds of training until then. */
  double elapsed() {
    return found.doubles().containsKey(ELAPSED) ? found.doubles(ELAPSED)[0] : 0;
  }

  /**
   * Brings a new network to where the file has it, and keeps it from now on.
   *
   * @throws IllegalArgumentException if the file's is another one
   */
  void keep(String name, MultiLayerNetwork network) {
    networks.put(name, network);
    if (used() == 0) {
      return;
    }
    float[] weights = new float[(int) network.numParams()];
    found.copyFloats(name + ".weights", weights);
    network.setParams(Nd4j.create(weights).reshape(1, weights.length));
    float[] moments = new float[(int) network.getUpdater().getStateViewArray().length()];
    found.copyFloats(name + ".moments", moments);
    network.getUpdater().getStateViewArray().assign(Nd4j.create(moments));
    network.getLayerWiseConfigurations().setIterationCount((int) found.longs(name + ".updates")[0]);
  }

  /** Networks are changed only by who holds this lock. */
  void guardedBy(Lock lock) {
    updates = lock;
  }

  /** Writes the file if the last time is long ago. */
  synchronized void saveWhenDue(Budget budget) {
    if (budget.elapsed() - savedAt >= SECONDS_BETWEEN) {
      save(budget);
    }
  }

  /** Writes the file. */
  synchronized void save(Budget budget) {
    Checkpoint checkpoint = new Checkpoint();
    updates.lock();
    try {
      networks.forEach(
          (name, network) -> {
            checkpoint.floats().put(name + ".weights", network.params().toFloatVector());
            checkpoint
                .floats()
                .put(name + ".moments", network.getUpdater().getStateViewArray().toFloatVector());
            checkpoint
                .longs()
                .put(
                    name + ".updates",
                    new long[] {network.getLayerWiseConfigurations().getIterationCount()});
          });
    } finally {
      updates.unlock();
    }
    savedAt = budget.elapsed();
    checkpoint.longs().put(USED, new long[] {budget.used()});
    checkpoint.doubles().put(ELAPSED, new double[] {savedAt});
    try {
      checkpoint.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the checkpoint: " + e.getMessage(), e);
    }
  }
}
