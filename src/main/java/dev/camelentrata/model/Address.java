package dev.camelentrata.model;

/** A postal address; parts that the portal does not show are null. */
public record Address(String street, String city, String state, String postalCode) {}
