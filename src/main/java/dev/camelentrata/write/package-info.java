/**
 * What may be written into the portal: the catalogue of writes, each with its fields and rules, and
 * the check of a request against it. Knows the model and nobody else.
 */
package dev.camelentrata.write;
