package dev.camelentrata.sandbox;

/** A city with its state, the first three digits of its ZIP codes and its time zone. */
record City(String name, String state, String zipPrefix, String timeZone) {}
