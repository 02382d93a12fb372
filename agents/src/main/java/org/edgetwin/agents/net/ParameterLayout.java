package org.edgetwin.agents.net;

import java.util.ArrayList;
import java.util.List;
import umontreal.ssj.rng.RandomStream;

/**
 * Where each tensor of a network lies in its one array of parameters.
 *
 * <p>A matrix is {@code float[rows][columns]}, row-major, and maps a row vector of {@code rows}
 * inputs to {@code columns} outputs; a bias is a matrix of one row.
 */
public final class ParameterLayout {
  /**
   * One tensor.
   *
   * @param offset index of its first value in the array of parameters
   * @param zero whether training starts with zeros here
   */
  public record Tensor(String name, int rows, int columns, int offset, boolean zero) {
    public int size() {
      return rows * columns;
    }
  }

  private final List<Tensor> tensors = new ArrayList<>();
  private int size;

  ParameterLayout() {}

  /** Adds a matrix with random starting values. */
  ParameterLayout matrix(String name, int rows, int columns) {
    return add(name, rows, columns, false);
  }

  /** Adds a tensor that starts at zero. */
  ParameterLayout zeros(String name, int rows, int columns) {
    return add(name, rows, columns, true);
  }

  /** Adds {@code name.weight} and a {@code name.bias} of zeros. */
  ParameterLayout dense(String name, int rows, int columns) {
    return matrix(name + ".weight", rows, columns).zeros(name + ".bias", 1, columns);
  }

  /** Adds the two dense layers of an item encoder. */
  ParameterLayout encoder(String name, int features, int width) {
    return dense(name + ".1", features, width).dense(name + ".2", width, width);
  }

  private ParameterLayout add(String name, int rows, int columns, boolean zero) {
    tensors.add(new Tensor(name, rows, columns, size, zero));
    size += rows * columns;
    return this;
  }

  public List<Tensor> tensors() {
    return List.copyOf(tensors);
  }

  /** Number of parameters. */
  public int size() {
    return size;
  }

  /**
   * The tensor of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Tensor tensor(String name) {
    for (Tensor tensor : tensors) {
      if (tensor.name().equals(name)) {
        return tensor;
      }
    }
    throw new IllegalArgumentException("The network has no tensor " + name + ".");
  }

  /**
   * Starting values: uniform on {@code +-sqrt(6 / (rows + columns))} [glorot2010], or zero.
   *
   * @return a new {@code float[size()]}
   */
  public float[] initialise(RandomStream stream) {
    float[] values = new float[size];
    for (Tensor tensor : tensors) {
      if (!tensor.zero()) {
        double bound = Math.sqrt(6.0 / (tensor.rows() + tensor.columns()));
        for (int i = 0; i < tensor.size(); i++) {
          values[tensor.offset() + i] = (float) (bound * (2 * stream.nextDouble() - 1));
        }
      }
    }
    return values;
  }
}
