package dev.camelentrata.api;

import java.util.Objects;

/**
 * A configured account as {@code POST /sessions} sees it.
 *
 * @param company the company whose portal the account logs in to
 * @param key what a caller must show to use the account; null when none is configured
 */
public record ApiAccount(String company, String key) {

  public ApiAccount {
    Objects.requireNonNull(company, "company");
    if (key != null && key.isBlank()) {
      key = null;
    }
  }

  @Override
  public String toString() {
    return "ApiAccount[" + company + (key == null ? "" : ", with key") + "]";
  }
}
