/** The application: Camel Main and its wiring, and nothing else. */
package dev.camelentrata;
