/**
 * The REST API: the steps that {@code routes/api} is made of, its problems, its OpenAPI description
 * and its reference page. Knows Camel and the contracts of {@code portal} and {@code security}.
 */
package dev.camelentrata.api;
