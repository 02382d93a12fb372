package org.edgetwin.gpu;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * The GPU models the program knows: 49 from data sheets and two stand-ins for the models that the
 * openb trace makes anonymous ({@code G2} stands for an A10, {@code G3} for an A100; a choice, not
 * a fact).
 *
 * <p>Immutable, loaded on first use; a look-up by name is O(1).
 */
public final class GpuCatalog {
  /** Identifier of the GPU in whose seconds all work is stated. */
  public static final String REFERENCE_ID = "V100-SXM2-16";

  private static final class Holder {
    static final GpuCatalog STANDARD = new GpuCatalog();
  }

  private final List<GpuModel> modelList;
  private final Map<String, GpuModel> modelByName = new HashMap<>();
  private final TreeSet<String> nameSet = new TreeSet<>();

  private GpuCatalog() {
    List<GpuModel> models = new ArrayList<>();
    ShippedTable.forEach("gpus/gpus.csv", row -> models.add(parse(row, models.size())));
    models.forEach(model -> register(model.id(), model));
    ShippedTable.forEach("gpus/stand-ins.csv", row -> models.add(standIn(row, models.size())));
    models.forEach(model -> register(model.id(), model));
    ShippedTable.forEach(
        "gpus/aliases.csv",
        row -> register(row.getField("alias"), require(row.getField("gpu_id"))));
    modelList = List.copyOf(models);
  }

  /** The catalogue shipped with the program. */
  public static GpuCatalog standard() {
    return Holder.STANDARD;
  }

  /** All models in catalogue order: the model at position i has index i. */
  public List<GpuModel> all() {
    return modelList;
  }

  /**
   * Index of a model that is this catalogue's own; {@link GpuModel#NOT_CATALOGUED} for any other.
   * O(1), allocates nothing.
   */
  @SuppressWarnings("ReferenceEquality") // a shortcut; equals decides where it fails
  public int indexOf(GpuModel gpu) {
    int index = gpu.index();
    if (index < 0 || index >= modelList.size()) {
      return GpuModel.NOT_CATALOGUED;
    }
    GpuModel own = modelList.get(index);
    return own == gpu || own.equals(gpu) ? index : GpuModel.NOT_CATALOGUED;
  }

  /** The model of that id or alias; case, spaces, hyphens and underscores do not matter. */
  public Optional<GpuModel> find(String name) {
    return Optional.ofNullable(modelByName.get(NearestNames.canonical(name)));
  }

  /**
   * The model of that id or alias.
   *
   * @throws IllegalArgumentException naming the nearest models if there is none
   */
  public GpuModel require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no GPU model '" + name + "'." + hint(suggest(name))));
  }

  /** The GPU in whose seconds all work is stated. */
  public GpuModel reference() {
    return require(REFERENCE_ID);
  }

  /** At most three known names close to an unknown one, nearest first. */
  public List<String> suggest(String name) {
    return NearestNames.suggest(name, nameSet);
  }

  private static String hint(List<String> nameList) {
    return nameList.isEmpty() ? "" : " Maybe " + String.join(" or ", nameList) + "?";
  }

  private void register(String name, GpuModel model) {
    modelByName.put(NearestNames.canonical(name), model);
    nameSet.add(name);
  }

  private GpuModel standIn(NamedCsvRecord row, int index) {
    GpuModel real = require(row.getField("stands_in"));
    return real.variant(row.getField("id"))
        .name("anonymous model " + row.getField("id") + " (as " + real.id() + ")")
        .source(row.getField("note"))
        .build(index);
  }

  private static GpuModel parse(NamedCsvRecord row, int index) {
    return GpuModel.custom(row.getField("gpu_id"))
        .name(row.getField("name"))
        .gpuClass(GpuClass.of(row.getField("class")))
        .memoryGb(ShippedTable.number(row, "mem_gb"))
        .memoryBandwidthGbs(ShippedTable.number(row, "mem_bw_gbs"))
        .fp32Tflops(ShippedTable.number(row, "fp32_tflops"))
        .tensorTflops(ShippedTable.number(row, "tensor_tflops"))
        .tdpWatts(ShippedTable.number(row, "tdp_w"))
        .idleWatts(ShippedTable.number(row, "idle_w"))
        .migMax(Integer.parseInt(row.getField("mig_max")))
        .cloudUsdPerHour(ShippedTable.number(row, "cloud_usd_h"))
        .marketUsdPerHour(ShippedTable.number(row, "market_usd_h"))
        .lawFactor(ShippedTable.number(row, "law_factor"))
        .source(row.getField("source"))
        .build(index);
  }
}
