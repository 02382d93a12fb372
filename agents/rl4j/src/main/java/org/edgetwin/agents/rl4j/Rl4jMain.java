package org.edgetwin.agents.rl4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.edgetwin.agents.file.ClaimedFolder;
import org.edgetwin.agents.file.DensePolicyFile;
import org.edgetwin.agents.file.FolderRefusedException;
import org.edgetwin.agents.flat.FlatEnvironment;
import org.edgetwin.agents.flat.FlatEnvironmentProvider;
import org.edgetwin.agents.flat.FlatLayout;
import org.edgetwin.agents.log.ScalarLog;
import org.edgetwin.agents.net.DensePolicy;

/**
 * Runs a study in a process of its own: {@link StudyArguments#USAGE}. It writes curve, checkpoint
 * and {@value #POLICY} to the folder, for {@link DensePolicyFile#read}. Exit codes: 0 done, 1
 * failed, 2 bad input.
 *
 * <p>Class path: this module's classes, the module or jar with the {@link FlatEnvironmentProvider}
 * and all that it needs, and {@code runtime.classpath} of this module's build folder; the script
 * {@code train} sees to it. Start it with {@code OMP_NUM_THREADS=1}; networks of this size are
 * slower on more. Native libraries are unpacked to {@code ~/.javacpp} (360 MB; {@code
 * -Dorg.bytedeco.javacpp.cachedir}).
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

  /** All but the end of the process; returns the exit code. */
  static int run(String... arguments) {
    try {
      StudyArguments study = StudyArguments.parse(arguments);
      // What is wrong with the environment or the folder is said before files are left behind.
      FlatEnvironment environment =
          FlatEnvironmentProvider.find(study.environment(), study.config().seed());
      try (ClaimedFolder folder = claim(study)) {
        System.err.println("Training; the curve is in " + folder.path().resolve(ScalarLog.TABLE));
        System.out.println(train(study, environment.layout()));
      }
      return 0;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (IOException | RuntimeException e) {
      System.err.println("The study failed: " + e);
      return 1;
    }
  }

  private static ClaimedFolder claim(StudyArguments study) {
    Path folder = study.folder();
    try {
      return ClaimedFolder.claim(folder, study.environment() + "\n" + study.config().settings());
    } catch (FolderRefusedException e) {
      throw new IllegalArgumentException(
          "--out = " + folder + ": " + e.getMessage() + " " + e.hint(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--out = " + folder + ": Nothing can be written here. Maybe another name. (" + e + ")",
          e);
    }
  }

  /** Returns where the policy is. */
  private static Path train(StudyArguments study, Optional<FlatLayout> layout) throws IOException {
    DensePolicy trained =
        new Rl4jStudy(study.config())
            .train(
                () -> FlatEnvironmentProvider.find(study.environment(), study.config().seed()),
                study.folder(),
                () -> System.currentTimeMillis() / 1e3);
    Path policy = study.folder().resolve(POLICY);
    new DensePolicyFile(study.environment(), layout, trained).write(policy);
    return policy;
  }
}
