package dev.camelentrata.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads the sandbox's settings from a command line such as {@code port=8090 properties=500}. */
final class SandboxArguments {

  private static final List<String> NAMES = List.of("port", "properties", "units");

  private SandboxArguments() {}

  static SandboxSettings parse(String[] arguments, UnaryOperator<String> systemProperties) {
    Map<String, String> given = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (equals < 0 || !NAMES.contains(name)) {
        throw new IllegalArgumentException("give port=…, properties=… or units=…, not " + argument);
      }
      given.put(name, argument.substring(equals + 1));
    }
    for (String name : NAMES) {
      String value = systemProperties.apply("sandbox." + name);
      if (value != null) {
        given.putIfAbsent(name, value);
      }
    }
    SandboxSettings usual = SandboxSettings.defaults();
    return usual
        .withPort(number(given, "port", usual.port()))
        .withSize(
            number(given, "properties", usual.properties()),
            number(given, "units", usual.unitsPerProperty()));
  }

  private static int number(Map<String, String> given, String name, int usual) {
    String value = given.get(name);
    try {
      return value == null ? usual : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a whole number, not " + value, e);
    }
  }
}
