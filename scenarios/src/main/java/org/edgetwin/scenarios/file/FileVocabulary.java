package org.edgetwin.scenarios.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.NearestNames;
import org.edgetwin.gpu.Region;
import org.edgetwin.gpu.Regions;
import org.edgetwin.gpu.WorkloadCatalog;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.gpu.goodput.FittedGoodputs;
import org.edgetwin.gpu.inference.LlmArchitecture;
import org.edgetwin.gpu.inference.LlmArchitectures;
import org.edgetwin.gpu.reliability.LifeTrace;
import org.edgetwin.gpu.reliability.SpotLifetimes;
import org.edgetwin.scenarios.file.YamlNode.Mapping;
import org.edgetwin.scenarios.file.YamlNode.Scalar;
import org.edgetwin.scenarios.file.YamlNode.Sequence;
import org.edgetwin.scenarios.issue.Hints;
import org.edgetwin.scenarios.model.NameKind;
import org.edgetwin.scenarios.names.Schedulers;
import org.edgetwin.scenarios.trace.BuiltinData;

/** The names of the catalogues and those that a document itself gives. */
final class FileVocabulary implements Vocabulary {
  private static final int LONGEST_NAME = 60;

  private final Map<NameKind, Set<String>> ownNames = new EnumMap<>(NameKind.class);

  private FileVocabulary(Mapping root) {
    collect(NameKind.GPU, root, "gpus", "id");
    collect(NameKind.WORKLOAD_CLASS, root, "workload_classes", "id");
    collect(NameKind.REGION, root, "regions", "id");
    collect(NameKind.VIRTUAL_CLUSTER, root, "virtual_clusters", "name");
    collect(NameKind.JOB_SOURCE, root, "jobs", "name");
    collect(NameKind.DATA, root, "data", "name");
    Set<String> places = dataCentreSites(root);
    places.addAll(ownNames.get(NameKind.REGION));
    ownNames.put(NameKind.PLACE, places);
  }

  /** The names that can be used in a document. */
  static FileVocabulary of(Mapping root) {
    return new FileVocabulary(root);
  }

  private void collect(NameKind kind, Mapping root, String listKey, String nameKey) {
    Set<String> names = new TreeSet<>();
    if (root.get(listKey) instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        if (item instanceof Mapping mapping && mapping.get(nameKey) instanceof Scalar name) {
          names.add(name.text());
        }
      }
    }
    ownNames.put(kind, names);
  }

  /** A site without a name is called like its group. */
  private static Set<String> dataCentreSites(Mapping root) {
    Set<String> names = new TreeSet<>();
    if (root.get("fleet") instanceof Mapping fleet && fleet.get("nodes") instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof Mapping group
            && !(group.get("community") instanceof Scalar community
                && community.text().equals("true"))
            && (group.get("site") instanceof Scalar || group.get("name") instanceof Scalar)) {
          YamlNode site =
              group.get("site") instanceof Scalar ? group.get("site") : group.get("name");
          names.add(((Scalar) site).text());
        }
      }
    }
    return names;
  }

  @Override
  public boolean knows(NameKind kind, String name) {
    if (ownNames.getOrDefault(kind, Set.of()).contains(name)) {
      return true;
    }
    return switch (kind) {
      case GPU -> GpuCatalog.standard().find(name).isPresent();
      case REGION, PLACE -> Regions.standard().find(name).isPresent();
      case WORKLOAD_CLASS -> WorkloadCatalog.standard().find(name).isPresent();
      case LANGUAGE_MODEL -> LlmArchitectures.standard().find(name).isPresent();
      case BUILTIN_TRACE -> BuiltinData.traceNames().contains(name);
      case BUILTIN_REQUESTS -> BuiltinData.requestTraceNames().contains(name);
      case BUILTIN_INVENTORY -> BuiltinData.inventoryNames().contains(name);
      case SPOT_LIFETIMES, LIFE_TRACE, GOODPUT -> standardNames(kind).contains(name);
      // Without a list of their own, virtual clusters are those that somebody names.
      case VIRTUAL_CLUSTER -> ownNames.get(kind).isEmpty() && !name.isBlank();
      case SCHEDULER -> Schedulers.problem(name).isEmpty();
      case FREE, NEW -> true;
      case JOB_SOURCE, DATA -> false;
    };
  }

  @Override
  public String hint(NameKind kind, String name) {
    Set<String> own = ownNames.getOrDefault(kind, Set.of());
    return switch (kind) {
      case GPU -> hint(own, GpuCatalog.standard()::suggest, name);
      case REGION, PLACE -> hint(own, Regions.standard()::suggest, name);
      case WORKLOAD_CLASS -> hint(own, WorkloadCatalog.standard()::suggest, name);
      case SCHEDULER -> Schedulers.hint(name);
      case FREE, NEW -> "";
      case VIRTUAL_CLUSTER, JOB_SOURCE, DATA -> Hints.nearest(name, own);
      case LANGUAGE_MODEL,
          BUILTIN_TRACE,
          BUILTIN_REQUESTS,
          BUILTIN_INVENTORY,
          SPOT_LIFETIMES,
          LIFE_TRACE,
          GOODPUT ->
          Hints.nearest(name, standardNames(kind));
    };
  }

  private static String hint(
      Set<String> own, Function<String, List<String>> catalogue, String name) {
    // The search for near names takes time that grows with the length of the name.
    String start = name.substring(0, Math.min(name.length(), LONGEST_NAME));
    List<String> near = new ArrayList<>(NearestNames.suggest(start, own));
    near.addAll(catalogue.apply(start));
    return Hints.maybe(near);
  }

  @Override
  public List<String> standardNames(NameKind kind) {
    return switch (kind) {
      case GPU -> GpuCatalog.standard().all().stream().map(GpuModel::id).toList();
      case REGION, PLACE -> Regions.standard().all().stream().map(Region::id).toList();
      case WORKLOAD_CLASS ->
          WorkloadCatalog.standard().all().stream().map(WorkloadClass::id).toList();
      case LANGUAGE_MODEL ->
          LlmArchitectures.standard().all().stream().map(LlmArchitecture::name).toList();
      case BUILTIN_TRACE -> BuiltinData.traceNames();
      case BUILTIN_REQUESTS -> BuiltinData.requestTraceNames();
      case BUILTIN_INVENTORY -> BuiltinData.inventoryNames();
      case SPOT_LIFETIMES -> List.copyOf(SpotLifetimes.all().keySet());
      case LIFE_TRACE -> LifeTrace.bambooClusters();
      case GOODPUT -> FittedGoodputs.standard().names().stream().sorted().toList();
      default -> List.of();
    };
  }
}
