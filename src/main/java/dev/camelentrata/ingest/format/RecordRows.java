package dev.camelentrata.ingest.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The records of a tree as rows under a row of their columns' names. */
final class RecordRows implements Rows {

  private final String shown;
  private final Tree tree;
  private final RecordShape shape;
  private final RecordPaths paths;
  private final RowLimits limits;
  private final List<String> open = new ArrayList<>();
  private final Cell[] values;
  private final boolean[] missed;
  private boolean headed;
  private boolean rootSeen;
  private long records;

  RecordRows(String shown, Tree tree, RecordShape shape, FormatLimits limits) {
    this.shown = shown;
    this.tree = tree;
    this.shape = shape;
    this.paths = new RecordPaths(shape);
    this.limits = new RowLimits(shown, limits);
    this.values = new Cell[shape.columns().size()];
    this.missed = new boolean[values.length];
    Arrays.fill(values, Cells.EMPTY);
  }

  @Override
  public SheetRow next() throws IOException {
    if (!headed) {
      headed = true;
      return new SheetRow(1, shape.columns().stream().map(Cells::text).toList());
    }
    while (true) {
      switch (tree.next()) {
        case OPEN -> opened(tree.name());
        case VALUE -> value(tree.value());
        case CLOSE -> {
          boolean record = paths.isRecord(open);
          open.remove(open.size() - 1);
          if (record) {
            return limits.check(row());
          }
        }
        case END -> {
          refuseOtherRoot();
          return null;
        }
      }
    }
  }

  private void opened(String name) {
    open.add(name);
    if (paths.isAncestor(open)) {
      rootSeen = true;
      for (int column = 0; column < values.length; column++) {
        if (paths.anchor(column) == open.size()) {
          values[column] = Cells.EMPTY;
          missed[column] = false;
        }
      }
    }
  }

  private void value(Cell value) {
    for (int column : paths.columns(open)) {
      if (missed[column]) {
        throw UnreadableFileException.damaged(
            shown,
            "%s stands after the records that need it (%s)."
                .formatted(shape.columns().get(column), shape.records()),
            null);
      }
      if (values[column].isEmpty()) {
        values[column] = value;
      }
    }
  }

  private SheetRow row() {
    for (int column = 0; column < values.length; column++) {
      missed[column] |= paths.anchor(column) < paths.depth() && values[column].isEmpty();
    }
    records++;
    return new SheetRow(records + 1, List.of(values.clone()));
  }

  private void refuseOtherRoot() {
    if (!rootSeen) {
      throw UnreadableFileException.unknownFormat(
          shown, "has no " + paths.root() + " at its root, so it is another document.");
    }
  }

  @Override
  public double progress() {
    return tree.progress();
  }

  @Override
  public void close() throws IOException {
    tree.close();
  }
}
