package dev.camelentrata.sandbox.books;

import java.math.BigDecimal;

/**
 * What an entry does to one account.
 *
 * @param amount positive for a debit, negative for a credit
 * @param labels class or tracking options; empty for none
 */
record BookLine(String account, BigDecimal amount, String labels) {}
