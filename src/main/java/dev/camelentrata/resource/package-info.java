/**
 * The catalogue of resources: what each is called, which fields it has, what its changes mean. The
 * portal's answers, the mirror's tables, events, REST and its reference are all made from it. Knows
 * nobody but {@code model}.
 */
package dev.camelentrata.resource;
