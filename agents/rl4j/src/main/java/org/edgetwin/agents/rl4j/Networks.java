package org.edgetwin.agents.rl4j;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.edgetwin.agents.net.DensePolicy;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Networks as RL4J's own factories build them (dense layers with rectifiers, [glorot2010] weights,
 * Adam), with layers of unequal width and a seed: the factories' own is a constant.
 */
final class Networks {
  private Networks() {}

  /**
   * A network of dense layers.
   *
   * @param outputs units of the last layer
   * @param activation of the last layer
   */
  static MultiLayerNetwork dense(
      StudyConfig config,
      long seed,
      int inputs,
      int outputs,
      Activation activation,
      ILossFunction loss) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .updater(new Adam(config.learningRate()))
            .weightInit(WeightInit.XAVIER)
            .list();
    int before = inputs;
    for (int width : config.widths()) {
      layers.layer(
          new DenseLayer.Builder().nIn(before).nOut(width).activation(Activation.RELU).build());
      before = width;
    }
    layers.layer(
        new OutputLayer.Builder(loss).nIn(before).nOut(outputs).activation(activation).build());
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return network;
  }

  /** The network's weights without RL4J, and without what its last layer does to the values. */
  static DensePolicy policy(MultiLayerNetwork network) {
    List<DensePolicy.Layer> layers = new ArrayList<>();
    for (int i = 0; i < network.getnLayers(); i++) {
      layers.add(
          new DensePolicy.Layer(
              network.getLayer(i).getParam("W").toFloatMatrix(),
              network.getLayer(i).getParam("b").toFloatVector()));
    }
    return new DensePolicy(layers);
  }
}
