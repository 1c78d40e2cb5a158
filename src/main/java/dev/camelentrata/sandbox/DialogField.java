package dev.camelentrata.sandbox;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A field of a dialog's form.
 *
 * @param name as it is sent, for example {@code lease[start_date]}
 * @param label for people
 * @param longest how many characters it takes
 * @param choices what can be chosen; empty if anything can be typed
 * @param open whether the dialog itself speaks about what is not among the choices
 * @param shown what is filled in at first; empty for nothing
 */
record DialogField(
    String name,
    String label,
    Input input,
    boolean required,
    int longest,
    List<Choice> choices,
    boolean open,
    String shown) {

  private static final int USUAL_LENGTH = 200;
  private static final int FEW = 12;
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final Pattern PHONE = Pattern.compile("[+()\\d][()\\d .x-]{6,24}");
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,6}");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,6}(\\.\\d{1,2})?");

  /** What can be filled in. */
  enum Input {
    TEXT,
    LONG_TEXT,
    DATE,
    TIME,
    MONEY,
    WHOLE,
    DECIMAL,
    EMAIL,
    PHONE,
    CHOICE,
    YES_NO
  }

  /** Something to choose: what is sent, and its words. */
  record Choice(String value, String label) {}

  DialogField {
    choices = List.copyOf(choices);
  }

  static DialogField of(Input input, String name, String label) {
    return new DialogField(name, label, input, false, USUAL_LENGTH, List.of(), false, "");
  }

  static DialogField choice(String name, String label, List<String> words) {
    List<Choice> choices = words.stream().map(word -> new Choice(word, word)).toList();
    return new DialogField(name, label, Input.CHOICE, false, USUAL_LENGTH, choices, false, "");
  }

  /** A choice about which the dialog itself says what is wrong. */
  static DialogField open(String name, String label, List<Choice> choices) {
    return new DialogField(name, label, Input.CHOICE, false, USUAL_LENGTH, choices, true, "");
  }

  DialogField needed() {
    return new DialogField(name, label, input, true, longest, choices, open, shown);
  }

  DialogField upTo(int characters) {
    return new DialogField(name, label, input, required, characters, choices, open, shown);
  }

  DialogField showing(String value) {
    String first = value == null ? "" : value;
    return new DialogField(name, label, input, required, longest, choices, open, first);
  }

  /** Notes what is wrong with the answer by itself. */
  void check(Answers answers, Mistakes mistakes) {
    String text = answers.text(name);
    if (text == null) {
      if (required) {
        mistakes.add(name, label + " is required.");
      }
      return;
    }
    if (text.length() > longest) {
      mistakes.add(name, label + " must have at most " + longest + " characters.");
    }
    String wrong = wrong(text);
    if (!wrong.isEmpty()) {
      mistakes.add(name, label + wrong);
    }
  }

  private String wrong(String text) {
    boolean good =
        switch (input) {
          case TEXT, LONG_TEXT -> true;
          case DATE -> UsText.parseDate(text).isPresent();
          case TIME -> TIME.matcher(text).matches();
          case MONEY -> UsText.parseMoney(text).isPresent();
          case WHOLE -> WHOLE.matcher(text).matches();
          case DECIMAL -> DECIMAL.matcher(text).matches();
          case EMAIL -> EMAIL.matcher(text).matches();
          case PHONE -> PHONE.matcher(text).matches();
          case CHOICE -> open || choices.stream().anyMatch(c -> c.value().equals(text));
          case YES_NO -> text.equals("1") || text.equals("0");
        };
    return good ? "" : must(text);
  }

  private String must(String text) {
    return switch (input) {
      case DATE -> " must be a date in the form MM/DD/YYYY.";
      case TIME -> " must be a time in the form HH:MM.";
      case MONEY -> " must be an amount such as 1,450.00.";
      case WHOLE -> " must be a whole number.";
      case DECIMAL -> " must be a number such as 2 or 2.5.";
      case EMAIL -> " must be an e-mail address.";
      case PHONE -> " must be a telephone number.";
      case CHOICE ->
          choices.size() > FEW
              ? " \"" + text + "\" is not one of those offered."
              : " must be one of "
                  + choices.stream().map(Choice::value).collect(Collectors.joining(", "))
                  + ", not \""
                  + text
                  + "\".";
      case YES_NO -> " must be Yes or No.";
      case TEXT, LONG_TEXT -> " cannot be taken.";
    };
  }
}
