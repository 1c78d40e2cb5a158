package dev.camelentrata.sandbox;

import java.util.ArrayList;
import java.util.List;

/** The faults in force, in the order in which they were ordered. For one thread only. */
final class Faults {

  private final List<Fault> inForce = new ArrayList<>();
  private int lastId;

  Fault add(FaultOrder order) {
    Fault fault = new Fault(++lastId, order);
    inForce.add(fault);
    return fault;
  }

  /** Those that strike this call, counted as hits. */
  List<Fault> striking(String module, String action) {
    if (inForce.isEmpty()) {
      return List.of();
    }
    return inForce.stream().filter(f -> f.strikes(module, action)).toList();
  }

  List<Fault> all() {
    return List.copyOf(inForce);
  }

  boolean remove(int id) {
    return inForce.removeIf(f -> f.id == id);
  }

  void clear() {
    inForce.clear();
  }
}
