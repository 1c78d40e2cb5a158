package dev.camelentrata.portal.session;

/** A keyed one-way fingerprint of a secret, by which secrets are compared without being kept. */
@FunctionalInterface
public interface Fingerprint {

  String of(String secret, String context);
}
