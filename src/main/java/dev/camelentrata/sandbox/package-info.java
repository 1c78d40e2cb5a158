/**
 * The built-in stand-in for an Entrata portal, so that everything runs on a laptop: made-up data
 * from a seed, the portal's own ways of answering, and faults on command. Only the application's
 * wiring, tests and the benchmark use it; it uses nothing of the other packages.
 */
package dev.camelentrata.sandbox;
