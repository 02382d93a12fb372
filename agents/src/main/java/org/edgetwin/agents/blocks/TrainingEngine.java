package org.edgetwin.agents.blocks;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.Map;
import java.util.Properties;

/** DJL on one thread of the CPU, without network access: the same seed gives the same weights. */
public final class TrainingEngine {
  // Read once, when the engine loads. What the command line sets stays.
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "ai.djl.offline", "true",
          "OPT_OUT_TRACKING", "true",
          "ai.djl.pytorch.num_threads", "1",
          "ai.djl.pytorch.num_interop_threads", "1");

  private TrainingEngine() {}

  private static Engine engine() {
    Properties properties = System.getProperties();
    PROPERTIES.forEach(properties::putIfAbsent);
    return Engine.getEngine("PyTorch");
  }

  /** The manager of one step; the caller closes it. */
  public static NDManager newManager() {
    return engine().newBaseManager(Device.cpu());
  }

  /** Records what is computed until it is closed. There can be one at a time in the process. */
  public static GradientCollector newGradientCollector() {
    return engine().newGradientCollector();
  }
}
