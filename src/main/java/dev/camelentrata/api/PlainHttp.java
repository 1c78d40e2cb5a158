package dev.camelentrata.api;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxInternal;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * A Vert.x whose servers do not offer HTTP/2 by upgrade from plain HTTP. Java's own HTTP client
 * asks for that upgrade by default and then loses the frames of some large first answers. Camel has
 * no option for it, but it takes the Vert.x that it finds in the registry.
 */
final class PlainHttp {

  /** Each request has one while its route runs; long polls leave most of them to others. */
  private static final int WORKERS = 128;

  /** Only what takes longer is suspicious; long polls take a minute. */
  private static final Duration LONGEST_CALL = Duration.ofMinutes(3);

  private PlainHttp() {}

  /** Gives the context such a Vert.x, which is closed when the context has stopped. */
  static void bind(CamelContext camel) {
    VertxOptions options = new VertxOptions().setWorkerPoolSize(WORKERS);
    options.setMaxWorkerExecuteTime(LONGEST_CALL.toNanos());
    Vertx vertx = Vertx.vertx(options);
    camel.getRegistry().bind("vertx", withoutUpgrade(vertx));
    camel.addLifecycleStrategy(
        new LifecycleStrategySupport() {
          @Override
          public void onContextStopped(CamelContext stopped) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
          }
        });
  }

  private static Vertx withoutUpgrade(Vertx vertx) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (arguments != null && arguments[0] instanceof HttpServerOptions options) {
            options.setHttp2ClearTextEnabled(false);
          }
          try {
            return method.invoke(vertx, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return (Vertx)
        Proxy.newProxyInstance(
            PlainHttp.class.getClassLoader(), new Class<?>[] {VertxInternal.class}, handler);
  }
}
