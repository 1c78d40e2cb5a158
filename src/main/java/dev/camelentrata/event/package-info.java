/** The log of changes in the mirror, in the order in which they were committed. */
package dev.camelentrata.event;
