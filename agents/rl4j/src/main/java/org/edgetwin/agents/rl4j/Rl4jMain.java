package org.edgetwin.agents.rl4j;

import java.io.IOException;
import java.nio.file.Path;
import org.edgetwin.agents.file.DensePolicyFile;
import org.edgetwin.agents.flat.FlatEnvironmentProvider;

/**
 * Runs a study in a process of its own: {@link StudyArguments#USAGE}. It writes the curve and
 * {@value #POLICY} to the folder, for {@link DensePolicyFile#read}. Exit codes: 0 done, 1 failed, 2
 * bad input.
 *
 * <p>Class path: this module's classes, the module or jar with the {@link FlatEnvironmentProvider},
 * and {@code runtime.classpath} of this module's build folder. Start it with {@code
 * OMP_NUM_THREADS=1}; networks of this size are slower on more. Native libraries are unpacked to
 * {@code ~/.javacpp} (360 MB; {@code -Dorg.bytedeco.javacpp.cachedir}).
 */
public final class Rl4jMain {
  /** The policy's file in the folder. */
  public static final String POLICY = "policy.json";

  private Rl4jMain() {}

  public static void main(String[] arguments) {
    // Else javacpp reads /proc at every allocation, which halves the speed.
    System.getProperties().putIfAbsent("org.bytedeco.javacpp.maxphysicalbytes", "0");
    // ND4J leaves threads behind that would keep the process.
    System.exit(run(arguments));
  }

  private static int run(String... arguments) {
    try {
      StudyArguments study = StudyArguments.parse(arguments);
      long seed = study.config().seed();
      // A wrong name leaves no files behind.
      FlatEnvironmentProvider.find(study.environment(), seed);
      Path policy = study.folder().resolve(POLICY);
      DensePolicyFile.write(
          policy,
          new Rl4jStudy(study.config())
              .train(
                  () -> FlatEnvironmentProvider.find(study.environment(), seed),
                  study.folder(),
                  () -> System.currentTimeMillis() / 1e3));
      System.out.println(policy);
      return 0;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (IOException | RuntimeException e) {
      System.err.println("The study failed: " + e);
      return 1;
    }
  }
}
