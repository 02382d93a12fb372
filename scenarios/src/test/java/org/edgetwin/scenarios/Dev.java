package org.edgetwin.scenarios;

import java.nio.file.*;
import java.util.*;

public class Dev {
  static long now() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  public static void main(String[] a) {
    for (int k = 0; k < 3; k++) {
      long t0 = now();
      LoadResult r = ScenarioLoader.load(Path.of(a[0]), Arrays.asList(a).subList(2, a.length));
      long t1 = now();
      r.issues().forEach(System.out::println);
      if (!r.isValid()) return;
      ScenarioRuns runs;
      try {
        runs = ScenarioRuns.open(r.orThrow());
      } catch (org.edgetwin.scenarios.issue.BadInputException e) {
        System.out.println(e.getMessage());
        return;
      }
      long t2 = now();
      for (String s : a[1].split(",")) {
        long t3 = now();
        var p = runs.create(s, k + 1);
        long t4 = now();
        var res = p.simulation().run().result();
        long t5 = now();
        double jct =
            res.jobs().stream()
                .mapToDouble(j -> j.jctSeconds())
                .filter(x -> !Double.isNaN(x))
                .average()
                .orElse(-1);
        double wait =
            res.jobs().stream()
                .mapToDouble(j -> j.waitSeconds())
                .filter(x -> !Double.isNaN(x))
                .average()
                .orElse(-1);
        var st = new TreeMap<String, Integer>();
        res.jobs().forEach(j -> st.merge(j.state().name(), 1, Integer::sum));
        double held = 0, up = 0;
        for (var u : res.usage()) {
          held += u.heldGpuSeconds();
          up += u.upGpuSeconds();
        }
        System.out.printf(
            "%s load %.0f open %.0f create %.0f run %.0f ms; gpus %d nodes %d jobs %d jct %.2f wait %.2f util %.3f %s end %.0f%n",
            s,
            (t1 - t0) / 1e6,
            (t2 - t1) / 1e6,
            (t4 - t3) / 1e6,
            (t5 - t4) / 1e6,
            runs.fleet().gpuCount(),
            runs.fleet().nodes().size(),
            res.jobs().size(),
            jct,
            wait,
            held / up,
            st,
            res.endTime());
      }
    }
  }
}
