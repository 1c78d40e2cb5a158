/** The nouns of the API as immutable values; this package depends on nothing but the JDK. */
package dev.camelentrata.model;
