package org.edgetwin.agents.flat;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Brings flat environments onto the class path by name; found through {@code ServiceLoader}. So a
 * learner in a process of its own finds what it is to learn on.
 */
public interface FlatEnvironmentProvider {
  /** Names to show to a person; {@link #create} may know more. */
  List<String> names();

  /**
   * A new environment that shares nothing with others.
   *
   * @param seed of what stays the same in all episodes; each of these has its own seed besides
   * @return nothing if this provider does not know the name
   */
  Optional<FlatEnvironment> create(String name, long seed);

  /**
   * The environment of a name, from whichever provider knows it.
   *
   * @throws IllegalArgumentException if none does
   */
  static FlatEnvironment find(String name, long seed) {
    List<FlatEnvironmentProvider> providers =
        ServiceLoader.load(FlatEnvironmentProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    return providers.stream()
        .flatMap(provider -> provider.create(name, seed).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no environment \""
                        + name
                        + "\". Maybe one of "
                        + providers.stream().flatMap(p -> p.names().stream()).sorted().toList()
                        + "."));
  }
}
