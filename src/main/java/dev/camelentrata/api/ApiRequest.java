package dev.camelentrata.api;

import java.util.Map;

/**
 * A request as it came in, without its secrets.
 *
 * @param id the request id to quote
 * @param head whether only the head of the answer is wanted
 * @param path the path without query
 * @param query the query as it was sent; null if there was none
 * @param pathParameters values of the path's placeholders
 * @param cacheControl the header of this name; null if there was none
 * @param ifNoneMatch the header of this name; null if there was none
 * @param idempotencyKey the header of this name; null if there was none
 * @param prefer the header of this name; null if there was none
 * @param remote the address it came from
 */
record ApiRequest(
    String id,
    boolean head,
    ApiOperation operation,
    String path,
    String query,
    Map<String, String> pathParameters,
    String cacheControl,
    String ifNoneMatch,
    String idempotencyKey,
    String prefer,
    String remote) {

  ApiRequest {
    pathParameters = Map.copyOf(pathParameters);
  }
}
