package dev.camelentrata.database;

/**
 * Where the database is and who enters it.
 *
 * @param url JDBC URL without credentials, fit for logs
 * @param owner owns the tables and runs the migrations
 * @param application what the application works as; may be the owner
 */
record DatabaseAddress(String url, DatabaseLogin owner, DatabaseLogin application) {}
