package org.edgetwin.agents.env;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Several environments stepped together on some threads, with the semantics of Gymnasium's vector
 * environments [towers2024]. What comes back does not depend on the number of threads.
 *
 * <p>An environment whose episode has ended begins another one at the next step, which ignores its
 * action and rewards nothing: {@link #AUTORESET}. Its seed is the one before plus the number of
 * environments, so environments with neighbouring seeds never play an episode twice before the
 * others have caught up. Not thread-safe itself.
 */
public final class VectorEnvironment implements AutoCloseable {
  /** When an environment whose episode has ended begins another one. */
  public enum Autoreset {
    /** At the next step, whatever its action. */
    NEXT_STEP
  }

  /** The mode of all vector environments. */
  public static final Autoreset AUTORESET = Autoreset.NEXT_STEP;

  private final List<TwoAgentEnvironment> environments;
  private final @Nullable AgentStep[] currentArray;
  private final Crew crew;
  private final int threads;

  /**
   * Environments before their first episodes.
   *
   * @param environment makes one; they may share what is thread-safe
   * @param count how many
   * @param threads how many of them go on at a time
   */
  public VectorEnvironment(Supplier<TwoAgentEnvironment> environment, int count, int threads) {
    if (count < 1 || threads < 1) {
      throw new IllegalArgumentException(
          count + " environments on " + threads + " threads. Both must be at least 1.");
    }
    List<TwoAgentEnvironment> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      list.add(environment.get());
    }
    environments = List.copyOf(list);
    currentArray = new AgentStep[count];
    this.threads = Math.min(threads, count);
    crew = new Crew(this.threads);
  }

  /** Number of environments. */
  public int count() {
    return environments.size();
  }

  /**
   * Begins an episode in each.
   *
   * @param seeds one for each
   * @return the first turn of each
   */
  public List<AgentStep> reset(long... seeds) {
    requireOneEach("seeds", seeds.length);
    forEach(i -> currentArray[i] = environments.get(i).reset(seeds[i]));
    return List.copyOf(Arrays.asList(currentArray));
  }

  /** Begins episodes with the seeds {@code seed}, {@code seed + 1} and so on. */
  public List<AgentStep> resetFrom(long seed) {
    long[] seeds = new long[count()];
    Arrays.setAll(seeds, i -> seed + i);
    return reset(seeds);
  }

  /**
   * Steps each, or begins its next episode if the last one has ended.
   *
   * @param actions one for each
   * @throws IllegalArgumentException if one of them is not legal; no environment has moved then
   * @throws IllegalStateException before the first reset
   */
  public List<AgentStep> step(int... actions) {
    requireOneEach("actions", actions.length);
    for (int i = 0; i < actions.length; i++) {
      requireLegal(i, actions[i]);
    }
    forEach(i -> currentArray[i] = step(i, actions[i]));
    return List.copyOf(Arrays.asList(currentArray));
  }

  private AgentStep step(int i, int action) {
    AgentStep current = current(i);
    return current.isOver()
        ? environments.get(i).reset(current.info().seed() + count())
        : environments.get(i).step(action);
  }

  private void requireLegal(int i, int action) {
    if (!current(i).isOver()) {
      try {
        environments.get(i).requireLegal(action);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("Environment " + i + ": " + e.getMessage(), e);
      }
    }
  }

  private AgentStep current(int i) {
    AgentStep current = currentArray[i];
    if (current == null) {
      throw new IllegalStateException("No episode has begun. Maybe call reset first.");
    }
    return current;
  }

  private void requireOneEach(String what, int length) {
    if (length != count()) {
      throw new IllegalArgumentException(
          length + " " + what + " for " + count() + " environments. Maybe give one for each.");
    }
  }

  /** An environment of them, such as to fork it. */
  public TwoAgentEnvironment environment(int i) {
    return environments.get(i);
  }

  private void forEach(IntConsumer action) {
    if (threads == 1) {
      for (int i = 0; i < count(); i++) {
        action.accept(i);
      }
      return;
    }
    AtomicInteger next = new AtomicInteger();
    crew.all(
        threads,
        thread -> {
          for (int i = next.getAndIncrement(); i < count(); i = next.getAndIncrement()) {
            action.accept(i);
          }
          return thread;
        });
  }

  /** Ends its threads. */
  @Override
  public void close() {
    crew.close();
  }
}
