package dev.camelentrata.sandbox;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A form of a dialog.
 *
 * @param action the action that it is sent to
 * @param id of its form in the page
 * @param fields what it asks
 * @param lists what can be added to it one by one
 * @param files what files can be added to it; null for none
 * @param check what is refused about its answers, once each is good by itself
 * @param preview what it shows above the form
 */
record DialogStep(
    String action,
    String id,
    String title,
    Function<DialogDraft, List<DialogField>> fields,
    List<DialogList> lists,
    DialogFiles files,
    BiConsumer<DialogDraft, Mistakes> check,
    BiConsumer<Html, DialogDraft> preview) {

  DialogStep {
    lists = List.copyOf(lists);
  }

  /** A list that grows by one form for each element. */
  record DialogList(
      String action,
      String name,
      String heading,
      Function<DialogDraft, List<DialogField>> fields,
      ItemCheck check) {

    /** The class of its rows, for example {@code residents-row}. */
    String rowClass() {
      return name + "-row";
    }
  }

  /** What is refused about an element, once each answer is good by itself. */
  interface ItemCheck {
    void check(DialogDraft draft, Answers item, Mistakes mistakes);
  }

  /** Files that are added one by one under this name. */
  record DialogFiles(String action, String name) {}

  static DialogStep of(
      String action, String id, String title, Function<DialogDraft, List<DialogField>> fields) {
    return new DialogStep(
        action, id, title, fields, List.of(), null, (draft, mistakes) -> {}, (html, draft) -> {});
  }

  DialogStep refusing(BiConsumer<DialogDraft, Mistakes> what) {
    return new DialogStep(action, id, title, fields, lists, files, what, preview);
  }

  DialogStep with(DialogList... added) {
    return new DialogStep(action, id, title, fields, List.of(added), files, check, preview);
  }

  DialogStep attaching(String fileAction, String name) {
    DialogFiles taken = new DialogFiles(fileAction, name);
    return new DialogStep(action, id, title, fields, lists, taken, check, preview);
  }

  DialogStep showing(BiConsumer<Html, DialogDraft> what) {
    return new DialogStep(action, id, title, fields, lists, files, check, what);
  }
}
