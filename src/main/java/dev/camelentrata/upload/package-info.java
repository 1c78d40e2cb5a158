/**
 * Files on their way in: announced, received once by a signed address, checked, kept in a store
 * that is a Camel endpoint, and handed to a submission. Knows of the portal only its file, of the
 * mirror only row-level security, of security only the secret box.
 */
package dev.camelentrata.upload;
