package dev.camelentrata.ingest.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A record's shape as paths from the root. */
final class RecordPaths {

  private static final int[] NONE = {};

  private final List<String> record;
  private final Map<List<String>, int[]> columns = new HashMap<>();
  private final int[] anchors;

  RecordPaths(RecordShape shape) {
    record = List.of(shape.records().split("/"));
    anchors = new int[shape.columns().size()];
    for (int column = 0; column < anchors.length; column++) {
      List<String> names = new ArrayList<>(List.of(shape.columns().get(column).split("/")));
      int anchor = record.size();
      while (!names.isEmpty() && names.get(0).equals("..")) {
        names.remove(0);
        anchor--;
      }
      if (anchor < 1 || names.isEmpty()) {
        throw new IllegalArgumentException(
            shape.columns().get(column) + " leads out of " + shape.records());
      }
      anchors[column] = anchor;
      columns.merge(absolute(anchor, names), new int[] {column}, RecordPaths::joined);
    }
  }

  private List<String> absolute(int anchor, List<String> names) {
    List<String> path = new ArrayList<>(record.subList(0, anchor));
    for (String name : names) {
      path.add(name.startsWith("@") ? name.substring(1) : name);
    }
    return List.copyOf(path);
  }

  private static int[] joined(int[] left, int[] right) {
    int[] all = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, all, left.length, right.length);
    return all;
  }

  String root() {
    return record.get(0);
  }

  int depth() {
    return record.size();
  }

  /** How deep the node stands from which a column is named: the record's own depth, or less. */
  int anchor(int column) {
    return anchors[column];
  }

  boolean isRecord(List<String> open) {
    return open.size() == record.size() && open.equals(record);
  }

  /** Whether these are the record's names, or its first. */
  boolean isAncestor(List<String> open) {
    return open.size() <= record.size() && open.equals(record.subList(0, open.size()));
  }

  /** The columns whose value stands here. */
  int[] columns(List<String> open) {
    return columns.getOrDefault(open, NONE);
  }
}
