package org.edgetwin.sim.kernel;

import umontreal.ssj.simevents.Event;

/**
 * Events that are too far in the future to be sorted yet, in no order. The row of an event is
 * {@code ~Event.getRa()}.
 */
final class FarEvents extends EventTable {
  void add(double time, long sequence, Event event) {
    grow();
    put(size++, time, sequence, event);
  }

  boolean remove(Event event) {
    int row = ~event.getRa();
    if (row < 0 || row >= size || eventArray[row] != event) {
      return false;
    }
    removeAt(row);
    return true;
  }

  /** The last row fills the gap. */
  private void removeAt(int row) {
    int last = size - 1;
    if (row < last) {
      put(row, timeArray[last], sequenceArray[last], eventArray[last]);
    }
    truncate(last);
  }

  private void put(int row, double time, long sequence, Event event) {
    timeArray[row] = time;
    sequenceArray[row] = sequence;
    eventArray[row] = event;
    event.setRa(~row);
  }

  /** Hands every event up to and including an instant over to the near events. */
  void moveUpTo(double horizon, NearEvents near) {
    int row = 0;
    while (row < size) {
      if (timeArray[row] > horizon) {
        row++;
      } else {
        near.add(timeArray[row], sequenceArray[row], eventArray[row]);
        removeAt(row);
      }
    }
  }
}
