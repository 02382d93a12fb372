package org.edgetwin.agents.blocks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.Map;
import org.edgetwin.agents.net.ParameterLayout;

/** A network's array of parameters as the tensors of one step. */
public final class WeightTensors {
  private final ParameterLayout layout;
  private final Map<String, NDArray> tensors = new HashMap<>();

  /** Copies the parameters into the manager's memory. */
  public WeightTensors(NDManager manager, ParameterLayout layout, float[] parameters) {
    this.layout = layout;
    for (ParameterLayout.Tensor tensor : layout.tensors()) {
      float[] values = new float[tensor.size()];
      System.arraycopy(parameters, tensor.offset(), values, 0, values.length);
      tensors.put(
          tensor.name(), manager.create(values, new Shape(tensor.rows(), tensor.columns())));
    }
  }

  /** Asks for gradients of all that is computed from here on. */
  public WeightTensors requireGradients() {
    tensors.values().forEach(tensor -> tensor.setRequiresGradient(true));
    return this;
  }

  NDArray get(String name) {
    return tensors.get(name);
  }

  /** {@code x * name.weight + name.bias}, over the last axis of {@code x}. */
  NDArray dense(NDArray x, String name) {
    return x.matMul(get(name + ".weight")).add(get(name + ".bias"));
  }

  /** The gradients after the backward pass, laid out as the parameters; zero where none flowed. */
  public float[] gradients() {
    float[] gradients = new float[layout.size()];
    for (ParameterLayout.Tensor tensor : layout.tensors()) {
      NDArray array = tensors.get(tensor.name());
      if (array.hasGradient()) {
        try (NDArray gradient = array.getGradient()) {
          System.arraycopy(gradient.toFloatArray(), 0, gradients, tensor.offset(), tensor.size());
        }
      }
    }
    return gradients;
  }
}
