package dev.camelentrata.deadletter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which members and headers hold secrets or personal data, told by the words of their names. */
final class MaskedNames {

  /** What is done with a member's value. */
  enum Treatment {
    OPEN,
    SECRET,
    PERSONAL,
    /** All of it but ids. */
    WHOLE_PERSON
  }

  private static final Set<String> SECRETS =
      Set.of(
          "authorization",
          "cookie",
          "cookies",
          "token",
          "tokens",
          "password",
          "passwd",
          "passphrase",
          "pwd",
          "secret",
          "secrets",
          "key",
          "signature",
          "signatures",
          "credential",
          "credentials",
          "session",
          "csrf",
          "xsrf",
          "otp",
          "totp",
          "mfa",
          "pin",
          "cvv",
          "cvc",
          "apikey",
          "nonce");
  private static final Set<String> PERSONAL =
      Set.of(
          "email",
          "mail",
          "phone",
          "mobile",
          "cell",
          "fax",
          "ssn",
          "birth",
          "birthday",
          "birthdate",
          "dob",
          "passport",
          "license",
          "licence",
          "iban",
          "routing",
          "signer",
          "street",
          "address",
          "gender",
          "salutation",
          "username",
          "login",
          "memo",
          "note",
          "notes",
          "comment",
          "comments",
          "employer",
          "income",
          "nickname",
          "plate",
          "surname",
          "firstname",
          "lastname",
          "fullname");

  /** Who gives people a number by which all the world knows them. */
  private static final Set<String> NUMBERED = Set.of("tax", "government", "national", "social");

  /** Whoever is named by these; their other members are masked too. */
  private static final Set<String> PERSONS =
      Set.of(
          "resident",
          "residents",
          "lead",
          "applicant",
          "applicants",
          "guarantor",
          "guarantors",
          "occupant",
          "occupants",
          "cosigner",
          "contact",
          "contacts",
          "person",
          "payer",
          "tenant",
          "tenants",
          "customer",
          "roommate",
          "roommates",
          "pet",
          "pets",
          "vehicle",
          "vehicles");

  /** Names of these are of things. */
  private static final Set<String> THINGS =
      Set.of(
          "property",
          "unit",
          "floorplan",
          "file",
          "company",
          "field",
          "code",
          "charge",
          "resource",
          "operation",
          "route",
          "building",
          "type",
          "table",
          "report",
          "bank",
          "camel");

  Treatment of(String name) {
    List<String> words = words(name);
    String last = words.get(words.size() - 1);
    if (words.stream().anyMatch(SECRETS::contains) && !isId(words, "key")) {
      return Treatment.SECRET;
    }
    if (isId(name)) {
      return Treatment.OPEN;
    }
    if (words.stream().anyMatch(PERSONAL::contains)
        || words.stream().anyMatch(NUMBERED::contains)) {
      return Treatment.PERSONAL;
    }
    if (PERSONS.contains(last)) {
      return Treatment.WHOLE_PERSON;
    }
    boolean named = last.equals("name") || last.equals("names");
    return named && words.stream().noneMatch(THINGS::contains)
        ? Treatment.PERSONAL
        : Treatment.OPEN;
  }

  /** Whether it is the id of something, which names nobody to who cannot look it up. */
  boolean isId(String name) {
    List<String> words = words(name);
    return List.of("id", "ids").contains(words.get(words.size() - 1))
        && words.stream().noneMatch(NUMBERED::contains);
  }

  /** Whether the name ends in {@code key} and says of which thing that orders something. */
  private static boolean isId(List<String> words, String last) {
    return words.size() == 2
        && words.get(1).equals(last)
        && Set.of("order", "sort", "kafka").contains(words.get(0));
  }

  /** The words of a name in camel case, in kebab case or with underscores. */
  private static List<String> words(String name) {
    String spaced =
        name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2");
    List<String> words =
        Arrays.stream(spaced.split("[^\\p{L}0-9]+", -1))
            .filter(word -> !word.isEmpty())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList();
    return words.isEmpty() ? List.of("") : words;
  }
}
