package org.edgetwin.calibration;

import java.util.List;
import java.util.stream.Stream;
import org.edgetwin.calibration.churn.BambooLifetimesCheck;
import org.edgetwin.calibration.churn.GcpLifetimesCheck;
import org.edgetwin.calibration.inference.InferenceBenchCheck;
import org.edgetwin.calibration.inference.SplitwiseCheck;
import org.edgetwin.calibration.layers.UnseenLayerGpuCheck;
import org.edgetwin.calibration.layers.UnseenLayerModelCheck;
import org.edgetwin.calibration.layers.UnseenTokensCheck;
import org.edgetwin.calibration.network.RttCheck;
import org.edgetwin.calibration.network.SharingCheck;
import org.edgetwin.calibration.network.ThroughputCheck;
import org.edgetwin.calibration.scheduling.TestbedCheck;
import org.edgetwin.calibration.serving.VllmRunsCheck;
import org.edgetwin.calibration.sharing.SharingChecks;
import org.edgetwin.calibration.speed.UnseenGpuCheck;
import org.edgetwin.calibration.speed.UnseenGpuOperatorsCheck;
import org.edgetwin.calibration.speed.UnseenTransformerCheck;
import org.edgetwin.calibration.training.AllReduceCheck;
import org.edgetwin.calibration.training.GangBatchesCheck;
import org.edgetwin.calibration.training.MoreGpusCheck;
import org.edgetwin.calibration.training.PlacementsCheck;
import org.edgetwin.calibration.validation.ModelCheck;

/** All checks of models against measurements, in the order of their table. */
public final class ModelChecks {
  private ModelChecks() {}

  public static List<ModelCheck> all() {
    return Stream.of(
            List.of(
                new UnseenGpuCheck(), new UnseenGpuOperatorsCheck(), new UnseenTransformerCheck()),
            List.of(
                new GangBatchesCheck(),
                new PlacementsCheck(),
                new MoreGpusCheck(),
                new AllReduceCheck()),
            SharingChecks.all(),
            List.of(
                new UnseenTokensCheck(), new UnseenLayerModelCheck(), new UnseenLayerGpuCheck()),
            List.of(new SplitwiseCheck(), new InferenceBenchCheck()),
            List.of(new VllmRunsCheck()),
            List.of(new TestbedCheck()),
            List.of(new RttCheck(), new ThroughputCheck(), new SharingCheck()),
            List.of(new GcpLifetimesCheck(), new BambooLifetimesCheck()))
        .<ModelCheck>flatMap(List::stream)
        .toList();
  }
}
