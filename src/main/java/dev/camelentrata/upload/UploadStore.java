package dev.camelentrata.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Keeps the content of uploads under their ids. Safe for use by many threads. */
public interface UploadStore {

  /** Copies or moves this file into the store. */
  void put(String id, Path file) throws IOException;

  /** Opens what is stored; an {@link IOException} if it is not there. */
  InputStream open(String id) throws IOException;

  /** Removes it; nothing happens if it is not there. */
  void remove(String id) throws IOException;
}
