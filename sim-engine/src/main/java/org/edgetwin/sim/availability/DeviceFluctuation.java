package org.edgetwin.sim.availability;

import java.util.Locale;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.gpu.table.Require;
import org.edgetwin.sim.distribution.Distributions;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.variation.MachineVariation;
import org.edgetwin.sim.variation.VariationModel;
import umontreal.ssj.rng.RandomStream;

/**
 * Devices of one model that are not quite alike, with noise. The logarithm of the slow-down is
 *
 * <pre>  own + noise,   noise(t + step) = rho noise(t) + sd sqrt(1 - rho^2) normal</pre>
 *
 * with {@code own} normal, plus {@code outlierLog} for a few bad devices, for the whole run; the
 * noise starts in its equilibrium, normal with standard deviation {@code noiseSd} at all times.
 *
 * @param ownSd standard deviation of what a device keeps
 * @param outlierShare share of bad devices, in [0, 1]
 * @param outlierLog what they add
 * @param noiseSd stationary standard deviation of the noise
 * @param rho correlation of the noise between two steps, in [0, 1)
 * @param stepSeconds time between two steps
 * @param observationSd standard deviation of the logarithm of a measured slow-down
 */
public record DeviceFluctuation(
    double ownSd,
    double outlierShare,
    double outlierLog,
    double noiseSd,
    double rho,
    double stepSeconds,
    double observationSd)
    implements VariationModel {
  /** Proposed: 4 % spread, 2 % of the devices 30 % slower, 1.5 % noise from minute to minute. */
  public static final DeviceFluctuation PROPOSED =
      new DeviceFluctuation(0.04, 0.02, Math.log(1.3), 0.015, 0.9, 60, 0.02);

  public DeviceFluctuation {
    Require.within("ownSd", ownSd, 0, 10);
    Require.within("outlierShare", outlierShare, 0, 1);
    Require.within("outlierLog", outlierLog, 0, 10);
    Require.within("noiseSd", noiseSd, 0, 10);
    Require.within("rho", rho, 0, Math.nextDown(1));
    Require.positive("stepSeconds", stepSeconds);
    Require.within("observationSd", observationSd, 0, 10);
  }

  @Override
  public MachineVariation start(int nodes, Streams streams) {
    return new Devices(this, nodes, streams.scoped("fluctuation"));
  }

  @Override
  public String describe() {
    return String.format(
        Locale.ROOT,
        "devices: log sd %.3f, %.1f %% bad ones, noise of %.3f every %.0f s",
        ownSd,
        100 * outlierShare,
        noiseSd,
        stepSeconds);
  }

  private static final class Devices implements MachineVariation {
    private final DeviceFluctuation model;
    private final double[] ownArray;
    private final double[] noiseArray;
    private final RandomStream noiseStream;
    private double nextChange;

    Devices(DeviceFluctuation model, int nodes, Streams streams) {
      this.model = model;
      RandomStream own = streams.stream("own");
      noiseStream = streams.stream("noise");
      ownArray = new double[nodes];
      noiseArray = new double[nodes];
      for (int node = 0; node < nodes; node++) {
        boolean bad = own.nextDouble() < model.outlierShare;
        ownArray[node] = model.ownSd * normal(own) + (bad ? model.outlierLog : 0);
        noiseArray[node] = model.noiseSd * normal(noiseStream);
      }
      nextChange = model.noiseSd > 0 ? model.stepSeconds : Double.POSITIVE_INFINITY;
    }

    private Devices(Devices other) {
      model = other.model;
      ownArray = other.ownArray;
      noiseArray = other.noiseArray.clone();
      noiseStream = Streams.copyOf(other.noiseStream);
      nextChange = other.nextChange;
    }

    @Override
    public double slowdown(int node, WorkloadClass workload) {
      return Math.exp(ownArray[node] + noiseArray[node]);
    }

    @Override
    public double nextChange() {
      return nextChange;
    }

    @Override
    public void change() {
      double sd = model.noiseSd * Math.sqrt(1 - model.rho * model.rho);
      for (int node = 0; node < noiseArray.length; node++) {
        noiseArray[node] = model.rho * noiseArray[node] + sd * normal(noiseStream);
      }
      nextChange += model.stepSeconds;
    }

    @Override
    public MachineVariation copy() {
      return new Devices(this);
    }

    private static double normal(RandomStream stream) {
      return Distributions.normalQuantile(stream.nextDouble());
    }
  }
}
