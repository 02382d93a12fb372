package org.edgetwin.scenarios;
import java.nio.file.*; import java.util.*;
public class Dev {
  public static void main(String[] a) {
    for (int k=0;k<3;k++) {
    long t0=System.nanoTime();
    LoadResult r=ScenarioLoader.load(Path.of(a[0]), Arrays.asList(a).subList(2,a.length));
    long t1=System.nanoTime();
    r.issues().forEach(System.out::println);
    if(!r.isValid()) return;
    ScenarioRuns runs=ScenarioRuns.open(r.orThrow());
    long t2=System.nanoTime();
    for (String s : a[1].split(",")) {
    long t3=System.nanoTime();
    var p=runs.create(s,1);
    long t4=System.nanoTime();
    var res=p.simulation().run().result();
    long t5=System.nanoTime();
    double jct=res.jobs().stream().mapToDouble(j->j.jctSeconds()).filter(x->!Double.isNaN(x)).average().orElse(-1);
    var st=new TreeMap<String,Integer>(); res.jobs().forEach(j->st.merge(j.state().name(),1,Integer::sum));
    System.out.printf("%s load %.0f open %.0f create %.0f run %.0f ms; gpus %d nodes %d jobs %d jct %.2f %s end %.0f%n",s,(t1-t0)/1e6,(t2-t1)/1e6,(t4-t3)/1e6,(t5-t4)/1e6,runs.fleet().gpuCount(),runs.fleet().nodes().size(),res.jobs().size(),jct,st,res.endTime());
    }}
  }
}
