package dev.camelentrata.write;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901)
 * @param detail what, and what to do
 */
public record WriteFault(String pointer, String detail) {}
