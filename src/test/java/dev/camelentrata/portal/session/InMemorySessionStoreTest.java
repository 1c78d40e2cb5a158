package dev.camelentrata.portal.session;

class InMemorySessionStoreTest extends SessionStoreContract {

  @Override
  SessionStore store() {
    return new InMemorySessionStore();
  }
}
