package org.edgetwin.sim.policies.hived;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class CellsTest {
  private record Cell(int position, int size) {}

  @Test
  void aJobNeedsTheSmallestCellThatHoldsIt() {
    assertThat(Cells.sizeFor(1, 8)).isEqualTo(1);
    assertThat(Cells.sizeFor(3, 8)).isEqualTo(4);
    assertThat(Cells.sizeFor(5, 8)).isEqualTo(8);
    // A node of six has cells of 4 and 2, and itself.
    assertThat(Cells.sizeFor(4, 6)).isEqualTo(4);
    assertThat(Cells.sizeFor(5, 6)).isEqualTo(6);
  }

  /** With GPU 0 held a node of eight has free cells of 1, 2 and 4, one each. */
  @Test
  void aLargerCellIsSplitOnlyWithoutOneOfTheSize() {
    long free = 0b1111_1110;
    assertThat(Cells.smallestFree(free, 1, 8)).isEqualTo(1);
    assertThat(Cells.firstFree(free, 1, 8)).isEqualTo(1);
    assertThat(Cells.firstFree(free, 2, 8)).isEqualTo(2);
    assertThat(Cells.firstFree(free, 4, 8)).isEqualTo(4);
    // With the single one held too, the cell of 2 is split, not that of 4.
    assertThat(Cells.smallestFree(0b1111_1100, 1, 8)).isEqualTo(2);
    assertThat(Cells.smallestFree(free, 8, 8)).isEqualTo(Cells.NONE);
  }

  @Test
  void halvesMergeWhenBothAreFree() {
    assertThat(Cells.smallestFree(0b0011, 1, 4)).isEqualTo(2);
    assertThat(Cells.smallestFree(0b0111, 1, 4)).isEqualTo(1);
    assertThat(Cells.smallestFree(0b1111, 1, 4)).isEqualTo(4);
    // Neighbours that are no halves of one cell do not.
    assertThat(Cells.smallestFree(0b0110, 1, 4)).isEqualTo(1);
    assertThat(Cells.smallestFree(0b0110, 2, 4)).isEqualTo(Cells.NONE);
  }

  @Test
  void freeCellsAreThoseOfTheTree() {
    RandomStream random = new Streams(5, 1).stream("cells");
    for (int gpus : new int[] {1, 2, 3, 4, 6, 8, 10, 16, 64}) {
      for (int i = 0; i < 200; i++) {
        long free = 0;
        double share = random.nextDouble();
        for (int gpu = 0; gpu < gpus; gpu++) {
          free |= random.nextDouble() < share ? 1L << gpu : 0;
        }
        List<Cell> cells = freeCells(free, gpus);
        for (int wanted = 1; wanted <= gpus; wanted++) {
          int size = Cells.sizeFor(wanted, gpus);
          int expected =
              cells.stream().mapToInt(Cell::size).filter(s -> s >= size).min().orElse(Cells.NONE);
          assertThat(Cells.smallestFree(free, size, gpus)).isEqualTo(expected);
          if (expected != Cells.NONE) {
            int position = Cells.firstFree(free, expected, gpus);
            assertThat(cells).contains(new Cell(position, expected));
          }
        }
      }
    }
  }

  /** The largest free cells, by walking down the tree from the node. */
  private static List<Cell> freeCells(long free, int gpus) {
    List<Cell> cells = new ArrayList<>();
    if (isFree(free, 0, gpus)) {
      cells.add(new Cell(0, gpus));
      return cells;
    }
    int top = Integer.highestOneBit(gpus);
    for (int position = 0; position < gpus; position += top) {
      walk(free, position, top, cells);
    }
    return cells;
  }

  private static void walk(long free, int position, int size, List<Cell> cells) {
    if (isFree(free, position, size)) {
      cells.add(new Cell(position, size));
    } else if (size > 1) {
      walk(free, position, size / 2, cells);
      walk(free, position + size / 2, size / 2, cells);
    }
  }

  private static boolean isFree(long free, int position, int size) {
    for (int gpu = position; gpu < position + size; gpu++) {
      if (gpu >= Long.SIZE || (free >>> gpu & 1) == 0) {
        return false;
      }
    }
    return true;
  }
}
