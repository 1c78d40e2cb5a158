package dev.camelentrata.sandbox;

import java.time.Duration;
import java.util.Objects;

/**
 * Size and behaviour of the sandbox portal.
 *
 * @param port TCP port on 127.0.0.1; 0 takes any free one
 * @param properties how many properties there are, 1 to 500
 * @param unitsPerProperty how many units each property has, 1 to 200
 * @param idleTimeout how long a portal session lives without a call, 1 second to 24 hours
 * @param seed the same seed gives the same content on the same day
 */
public record SandboxSettings(
    int port, int properties, int unitsPerProperty, Duration idleTimeout, long seed) {

  /** The most properties that the sandbox can have. */
  public static final int MOST_PROPERTIES = 500;

  /** The most units that a property of the sandbox can have. */
  public static final int MOST_UNITS_PER_PROPERTY = 200;

  private static final Duration LONGEST_IDLE = Duration.ofHours(24);

  public SandboxSettings {
    inRange("port", port, 0, 65_535);
    inRange("properties", properties, 1, MOST_PROPERTIES);
    inRange("unitsPerProperty", unitsPerProperty, 1, MOST_UNITS_PER_PROPERTY);
    Objects.requireNonNull(idleTimeout, "idleTimeout");
    if (idleTimeout.toSeconds() < 1 || idleTimeout.compareTo(LONGEST_IDLE) > 0) {
      throw new IllegalArgumentException(
          "sandbox idleTimeout must be from 1 second to 24 hours, not " + idleTimeout);
    }
  }

  /** A random port, 12 properties of 120 units, 15 minutes idle time, the usual seed. */
  public static SandboxSettings defaults() {
    return new SandboxSettings(0, 12, 120, Duration.ofMinutes(15), 20_260_101L);
  }

  /** The same at another port. */
  public SandboxSettings withPort(int newPort) {
    return new SandboxSettings(newPort, properties, unitsPerProperty, idleTimeout, seed);
  }

  /** The same with another number of properties and units. */
  public SandboxSettings withSize(int newProperties, int newUnitsPerProperty) {
    return new SandboxSettings(port, newProperties, newUnitsPerProperty, idleTimeout, seed);
  }

  /** The same with another idle time. */
  public SandboxSettings withIdleTimeout(Duration newIdleTimeout) {
    return new SandboxSettings(port, properties, unitsPerProperty, newIdleTimeout, seed);
  }

  private static void inRange(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "sandbox " + name + " must be from " + least + " to " + most + ", not " + value);
    }
  }
}
