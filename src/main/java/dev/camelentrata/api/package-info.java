/**
 * The REST API: the steps that {@code routes/api} is made of, its problems, its OpenAPI description
 * and its reference page. Knows Camel and the contracts of {@code portal}, {@code security}, {@code
 * mirror}, {@code event}, {@code sync} and {@code resource}.
 */
package dev.camelentrata.api;
