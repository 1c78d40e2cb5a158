/**
 * Ledgers as balanced entries for the books: which account a charge code goes to, what a ledger
 * transaction becomes, and the journal of all that was posted. Knows the nouns, the resource
 * catalogue, events, the mirror's row-level security and how portal maps check YAML; not the portal
 * itself, not the sandbox, and no Camel.
 */
package dev.camelentrata.accounting;
