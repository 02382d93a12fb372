package org.edgetwin.calibration.network;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.edgetwin.gpu.network.LogSpread;
import org.edgetwin.gpu.network.NetworkPair;
import org.edgetwin.gpu.network.PairField;
import org.edgetwin.gpu.network.RateCap;
import org.edgetwin.gpu.network.RttLaw;
import org.edgetwin.gpu.network.ThroughputLaw;

/** The resource files of fitted laws. */
record FittedConstants(RttLaw rtt, ThroughputLaw throughput) {
  private static final Path FOLDER =
      Path.of("../gpu-models/src/main/resources/org/edgetwin/gpu/data/network");
  private static final MathContext DIGITS = new MathContext(4);

  /** Large weights of both signs nearly cancel. */
  private static final MathContext WEIGHT_DIGITS = new MathContext(6);

  void write() throws IOException {
    Files.writeString(FOLDER.resolve("constants.csv"), constants());
    Files.writeString(FOLDER.resolve("rate-caps.csv"), caps());
    write("rtt-weights.csv.gz", weights(rtt.residual()));
    write("throughput-weights.csv.gz", weights(throughput.residual()));
  }

  String shippedConstants() throws IOException {
    return Files.readString(FOLDER.resolve("constants.csv"));
  }

  String shippedCaps() throws IOException {
    return Files.readString(FOLDER.resolve("rate-caps.csv"));
  }

  String constants() {
    StringBuilder text = new StringBuilder("name,value\n");
    line(text, "rtt.base_ms", rtt.baseMs());
    line(text, "rtt.detour", rtt.detour());
    regression(text, "rtt", RttFit.REGRESSION);
    spread(text, "rtt", rtt.spread());
    regression(text, "throughput", ThroughputFit.REGRESSION);
    spread(text, "throughput", throughput.spread());
    return text.toString();
  }

  String caps() {
    TreeMap<String, RateCap> sorted = new TreeMap<>();
    for (NetworkPair networks : throughput.capByNetworks().keySet()) {
      sorted.put(networks.from() + "," + networks.to(), throughput.capByNetworks().get(networks));
    }
    StringBuilder text = new StringBuilder("from,to,cap_gbit_s,decay_per_s\n");
    sorted.forEach(
        (networks, cap) ->
            text.append(networks)
                .append(',')
                .append(rounded(cap.capGbitPerSecond()))
                .append(',')
                .append(rounded(cap.decayPerSecond()))
                .append('\n'));
    return text.toString();
  }

  private static void regression(StringBuilder text, String law, PairRegression regression) {
    line(text, law + ".length_km", regression.kernel().lengthKm());
    line(text, law + ".across_networks", regression.kernel().acrossNetworks());
    line(text, law + ".own", regression.kernel().own());
    line(text, law + ".variance", regression.variance());
  }

  private static void spread(StringBuilder text, String law, LogSpread spread) {
    line(text, law + ".log_sd_measured", spread.measured());
    line(text, law + ".log_sd_unmeasured", spread.unmeasured());
    line(text, law + ".log_sd_new_site", spread.newSite());
  }

  private static void line(StringBuilder text, String name, double value) {
    text.append(name).append(',').append(rounded(value)).append('\n');
  }

  private static String rounded(double value) {
    return rounded(value, DIGITS);
  }

  private static String rounded(double value, MathContext precision) {
    BigDecimal digits = new BigDecimal(value).round(precision);
    return digits.signum() == 0 ? "0" : digits.stripTrailingZeros().toPlainString();
  }

  private static String weights(PairField field) {
    StringBuilder text = new StringBuilder("from");
    field.sites().forEach(site -> text.append(',').append(site.id()));
    double[] weights = field.weights();
    int count = field.sites().size();
    for (int i = 0; i < count; i++) {
      text.append('\n').append(field.sites().get(i).id());
      for (int j = 0; j < count; j++) {
        text.append(',').append(rounded(weights[i * count + j], WEIGHT_DIGITS));
      }
    }
    return text.append('\n').toString();
  }

  private static void write(String name, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(FOLDER.resolve(name)))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
