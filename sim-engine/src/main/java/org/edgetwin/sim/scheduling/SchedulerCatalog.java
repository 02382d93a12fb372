package org.edgetwin.sim.scheduling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.edgetwin.gpu.NearestNames;
import org.edgetwin.sim.kernel.Streams;

/**
 * Schedulers by name. A name is {@code ordering+placement}, an ordering alone (with {@link
 * #DEFAULT_PLACEMENT}), {@code ordering+placement+decorator}, or a scheduler that decides both at
 * once. Each part may carry parameters, {@code las(first=1000)+consolidate}, and be told what to
 * know of durations, {@code sjf(durations=noisy)}. A scheduler that works by a file is named with
 * it, {@code name@file}.
 *
 * <p>Orderings, placements and schedulers are found through {@code ServiceLoader}. Immutable.
 */
public final class SchedulerCatalog {
  /** The placement of an ordering that is named alone. */
  public static final String DEFAULT_PLACEMENT = "first-fit";

  private final Map<String, OrderingFactory> orderingByName = new LinkedHashMap<>();
  private final Map<String, PlacementFactory> placementByName = new LinkedHashMap<>();
  private final Map<String, SchedulerFactory> schedulerByName = new LinkedHashMap<>();

  private SchedulerCatalog() {
    for (PolicyProvider provider : ServiceLoader.load(PolicyProvider.class)) {
      provider
          .orderings()
          .forEach(factory -> register(orderingByName, factory.describe(), factory));
      provider
          .placements()
          .forEach(factory -> register(placementByName, factory.describe(), factory));
      provider
          .schedulers()
          .forEach(factory -> register(schedulerByName, factory.describe(), factory));
    }
  }

  private static <F> void register(
      Map<String, F> factoryByName, PolicyDescription description, F factory) {
    factoryByName.put(description.name(), factory);
    description.aliases().forEach(alias -> factoryByName.put(alias, factory));
  }

  /** All policies on the class path. */
  public static SchedulerCatalog standard() {
    return new SchedulerCatalog();
  }

  /** Orderings, each once. */
  public List<PolicyDescription> orderings() {
    return orderingByName.values().stream().distinct().map(OrderingFactory::describe).toList();
  }

  /** Placements, each once. */
  public List<PolicyDescription> placements() {
    return placementByName.values().stream().distinct().map(PlacementFactory::describe).toList();
  }

  /** Schedulers that decide both at once, each once. */
  public List<PolicyDescription> schedulers() {
    return schedulerByName.values().stream().distinct().map(SchedulerFactory::describe).toList();
  }

  /** What a scheduler of that name must be told. */
  public Knowledge knowledge(String name) {
    return create(name, new Streams(0, 1)).knowledge();
  }

  /**
   * One scheduler for each virtual cluster.
   *
   * @param name as users write it
   * @param streams random streams of the run
   * @throws IllegalArgumentException if there is no such scheduler or a parameter is wrong
   */
  public List<Scheduler> create(String name, Streams streams, int virtualClusters) {
    List<Scheduler> schedulers = new ArrayList<>();
    for (int vc = 0; vc < virtualClusters; vc++) {
      schedulers.add(create(name, streams.scoped("policy/" + vc)));
    }
    return schedulers;
  }

  /** One scheduler. See {@link #create(String, Streams, int)}. */
  public Scheduler create(String name, Streams streams) {
    int at = name.indexOf('@');
    if (at >= 0) {
      return fromFile(name.substring(0, at), name.substring(at + 1), streams);
    }
    List<PolicyName> names = policies(name);
    PolicyName first = names.get(0);
    SchedulerFactory whole = names.size() == 1 ? schedulerByName.get(first.name()) : null;
    if (whole != null) {
      return whole.create(parameters(whole.describe(), first), streams);
    }
    if (names.size() == 1 && !orderingByName.containsKey(first.name())) {
      refusePlacement(first.name());
    }
    OrderingFactory ordering = find(orderingByName, "ordering", first.name());
    return new TwoStageScheduler(
        ordering.create(parameters(ordering.describe(), first), streams),
        placement(names, streams));
  }

  private PlacementPolicy placement(List<PolicyName> names, Streams streams) {
    PolicyName name = names.size() == 1 ? PolicyName.parse(DEFAULT_PLACEMENT) : names.get(1);
    PlacementFactory factory = find(placementByName, "placement", name.name());
    PlacementPolicy placement = factory.create(parameters(factory.describe(), name), streams);
    for (PolicyName around : names.subList(Math.min(2, names.size()), names.size())) {
      PlacementDecorator decorator = decorator(around.name(), name.name());
      placement = decorator.around(placement, parameters(decorator.describe(), around));
    }
    return placement;
  }

  private PlacementDecorator decorator(String name, String inner) {
    if (find(placementByName, "placement", name) instanceof PlacementDecorator decorator) {
      return decorator;
    }
    if (placementByName.get(inner) instanceof PlacementDecorator) {
      throw new IllegalArgumentException(
          "The placement '"
              + name
              + "' cannot stand around another one. Maybe "
              + name
              + "+"
              + inner
              + ".");
    }
    String decorators =
        placementByName.entrySet().stream()
            .filter(entry -> entry.getValue() instanceof PlacementDecorator)
            .map(entry -> inner + "+" + entry.getKey())
            .collect(Collectors.joining(" or "));
    throw new IllegalArgumentException(
        "The placement '"
            + name
            + "' cannot stand around another one. Maybe "
            + inner
            + " alone, or "
            + decorators
            + ".");
  }

  /**
   * A name taken apart.
   *
   * @throws IllegalArgumentException if there is no such scheduler
   */
  public SchedulerParts parts(String name) {
    int at = name.indexOf('@');
    String policies = at < 0 ? name : name.substring(0, at);
    List<PolicyName> names = policies(policies);
    PolicyName first = names.get(0);
    SchedulerFactory whole = names.size() == 1 ? schedulerByName.get(first.name()) : null;
    if (whole != null) {
      return new SchedulerParts(
          List.of(SchedulerParts.Part.of(first, whole.describe())),
          at < 0 ? "" : name.substring(at));
    }
    List<SchedulerParts.Part> parts = new ArrayList<>();
    parts.add(
        SchedulerParts.Part.of(first, find(orderingByName, "ordering", first.name()).describe()));
    List<PolicyName> placements =
        names.size() == 1
            ? List.of(PolicyName.parse(DEFAULT_PLACEMENT))
            : names.subList(1, names.size());
    for (PolicyName placement : placements) {
      parts.add(
          SchedulerParts.Part.of(
              placement, find(placementByName, "placement", placement.name()).describe()));
    }
    return new SchedulerParts(parts, "");
  }

  private Scheduler fromFile(String name, String file, Streams streams) {
    PolicyName policy = PolicyName.parse(name);
    SchedulerFactory factory = find(schedulerByName, "scheduler with a file", policy.name());
    return factory.create(parameters(factory.describe(), policy), streams, file);
  }

  /** What stands between pluses, those in parentheses aside. */
  private static List<PolicyName> policies(String name) {
    List<PolicyName> policies = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < name.length(); i++) {
      switch (name.charAt(i)) {
        case '(' -> depth++;
        case ')' -> depth--;
        case '+' -> {
          if (depth <= 0) {
            policies.add(PolicyName.parse(name.substring(from, i)));
            from = i + 1;
          }
        }
        default -> {}
      }
    }
    policies.add(PolicyName.parse(name.substring(from)));
    return policies;
  }

  private void refusePlacement(String name) {
    if (placementByName.containsKey(name)) {
      throw new IllegalArgumentException(
          "'" + name + "' is a placement, and needs an ordering. Maybe fifo+" + name + ".");
    }
  }

  private static PolicyParameters parameters(PolicyDescription description, PolicyName name) {
    DurationKnowledge standard = description.knowledge().duration();
    if (name.durations() != null && standard == DurationKnowledge.NONE) {
      throw new IllegalArgumentException(
          "The policy " + description.name() + " asks for no durations.");
    }
    DurationKnowledge durations = name.durations() == null ? standard : name.durations();
    if (standard != DurationKnowledge.NONE && durations == DurationKnowledge.NONE) {
      throw new IllegalArgumentException(
          "The policy "
              + description.name()
              + " cannot do without durations. Maybe limit, noisy or oracle.");
    }
    return new PolicyParameters(description, durations, name.parameters());
  }

  private static <F> F find(Map<String, F> factoryByName, String what, String name) {
    F factory = factoryByName.get(name);
    if (factory == null) {
      List<String> nearest = NearestNames.suggest(name, factoryByName.keySet());
      throw new IllegalArgumentException(
          "There is no "
              + what
              + " '"
              + name
              + "'. Maybe "
              + String.join(" or ", nearest.isEmpty() ? factoryByName.keySet() : nearest)
              + ".");
    }
    return factory;
  }
}
