package org.edgetwin.scenarios;
import java.nio.file.*; import java.util.*; import org.edgetwin.sim.kernel.Streams;
public class DevFuzz { public static void main(String[] a) throws Exception {
 var random=new Streams(20261124,1).stream("fuzz"); var texts=new ArrayList<String>(); Path f=Files.createTempDirectory("fz");
 for (String n: ShippedFiles.NAMES){String t=Files.readString(Path.of("scenarios/"+n)); texts.add(t); Files.writeString(f.resolve(n),t);} texts.add(ScenarioTemplate.text("s","s.yaml"));
 int valid=0; long worst=0; var msgs=new TreeMap<String,Integer>();
 for(int i=0;i<2400;i++){ Path p=f.resolve("m"+i%10+".yaml"); Files.write(p,Mutations.mutate(texts.get(i%texts.size()),random)); long t=System.nanoTime(); var r=ScenarioLoader.load(p,List.of()); worst=Math.max(worst,System.nanoTime()-t); if(r.isValid())valid++; for(var x:r.issues()) msgs.merge(x.message().replaceAll("[0-9]+","N")+" || "+x.hint().replaceAll("[0-9]+","N"),1,Integer::sum);}
 System.out.println("valid "+valid+" worst ms "+worst/1e6); msgs.entrySet().stream().sorted((x,y)->y.getValue()-x.getValue()).limit(150).forEach(e->System.out.println(e.getValue()+" "+e.getKey()));
}}
