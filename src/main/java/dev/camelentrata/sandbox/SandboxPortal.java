package dev.camelentrata.sandbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The sandbox portal, listening on 127.0.0.1 until it is closed. Everything in it happens on one
 * event loop; this class is safe for use by many threads.
 */
public final class SandboxPortal implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final int WAIT_SECONDS = 30;

  private final Vertx vertx;
  private final int port;
  private final Optional<SftpServer> sftp;

  private SandboxPortal(Vertx vertx, int port, Optional<SftpServer> sftp) {
    this.vertx = vertx;
    this.port = port;
    this.sftp = sftp;
  }

  /**
   * Starts a portal; it answers when this returns. {@link IllegalStateException} if the port cannot
   * be had.
   *
   * @param clock decides when sessions end, which codes are good, and what day it is
   */
  public static SandboxPortal start(SandboxSettings settings, Clock clock) {
    return start(settings, Optional.empty(), clock);
  }

  /**
   * Starts a portal that drops scheduled reports too.
   *
   * @param schedule where and when; empty: not at all
   */
  public static SandboxPortal start(
      SandboxSettings settings, Optional<ReportSchedule> schedule, Clock clock) {
    SandboxState state = new SandboxState(settings, schedule, clock);
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    try {
      PortalServer server =
          new PortalServer(
              vertx,
              pipeline(
                  state,
                  new ReportEngine(
                      state, (millis, task) -> vertx.setTimer(millis, id -> task.run()))),
              new ControlApi(state),
              state.held,
              new BooksServer(vertx, state.books));
      HttpServer listening =
          await(
              vertx
                  .createHttpServer(
                      new HttpServerOptions()
                          .setHost(HOST)
                          .setPort(settings.port())
                          .setTcpNoDelay(true)
                          .setHttp2ClearTextEnabled(false)
                          .setMaxInitialLineLength(16_384))
                  .requestHandler(server::handle)
                  .listen());
      schedule.ifPresent(s -> repeat(vertx, s.every(), state));
      return new SandboxPortal(
          vertx, listening.actualPort(), schedule.flatMap(SandboxPortal::sftp));
    } catch (IllegalStateException e) {
      vertx.close();
      throw e;
    } catch (ExecutionException e) {
      vertx.close();
      throw new IllegalStateException(
          "The sandbox portal cannot listen on "
              + HOST
              + ":"
              + settings.port()
              + " ("
              + e.getCause().getMessage()
              + "). Choose another port or stop what uses it.",
          e.getCause());
    }
  }

  private static Optional<SftpServer> sftp(ReportSchedule schedule) {
    Path keys = schedule.folder().toAbsolutePath().getParent();
    return schedule.sftp().map(settings -> SftpServer.start(settings, schedule.folder(), keys));
  }

  /** Drops all reports every so often. */
  private static void repeat(Vertx vertx, Duration every, SandboxState state) {
    if (!every.isZero()) {
      vertx.setPeriodic(
          every.toMillis(),
          timer ->
              state.drops.ifPresent(
                  drops -> drops.drop(drops.names(), "csv", state.content.properties())));
    }
  }

  private static PortalPipeline pipeline(SandboxState state, ReportEngine reports) {
    EntitledContent content = new EntitledContent(state.content);
    PageFrame frame = new PageFrame(content);
    List<Screen> screens = new ArrayList<>();
    screens.addAll(
        new LoginScreens(state.users, state.signIns, state.totp, state.counters).screens());
    screens.addAll(new Dashboard(content, frame, state.counters).screens());
    screens.addAll(new PropertyListing(content, frame).screens());
    screens.addAll(new PropertyProfile(content, frame).screens());
    screens.addAll(new UnitListing(content, frame).screens());
    screens.addAll(new UnitJson(content).screens());
    screens.addAll(new FloorplanListing(content, frame).screens());
    screens.addAll(new UnitProfile(content, frame).screens());
    screens.addAll(new UnitUpdate(content, state).screens());
    EntitledRecords records = new EntitledRecords(state.records, content);
    screens.addAll(new RecordJson(records).screens());
    List<Dialog> dialogs = Dialogs.all(state);
    AttachmentScreens attachments = new AttachmentScreens(state.files, records);
    screens.addAll(attachments.screens());
    screens.addAll(new DocumentScreens(records).screens());
    screens.addAll(
        new RecordPages(records, content, frame, new DialogButtons(dialogs), attachments)
            .screens());
    screens.addAll(new DialogScreens(state, records, content, frame, dialogs).screens());
    screens.addAll(new ActivityScreens(state.activity, records, frame).screens());
    ReportLibrary library = new ReportLibrary(state.content, state.records);
    screens.addAll(new ReportScreens(content, records, library, frame, reports).screens());
    return new PortalPipeline(state, new FrontController(screens, new RefusalAnswer(frame)));
  }

  /** The portal's address, for example {@code http://127.0.0.1:8090}; no slash at the end. */
  public URI baseUri() {
    return URI.create("http://" + HOST + ":" + port);
  }

  public int port() {
    return port;
  }

  /** Stops listening and drops all connections; may be called again. */
  @Override
  public void close() {
    sftp.ifPresent(SftpServer::close);
    try {
      await(vertx.close());
    } catch (ExecutionException e) {
      throw new IllegalStateException("The sandbox portal did not close", e.getCause());
    }
  }

  /**
   * Runs a portal until the process ends; for the benchmark and for looking around.
   *
   * @param arguments {@code port=8090 properties=12 units=120}, each optional; what is not given is
   *     taken from the system properties {@code sandbox.port} and so on, or else usual
   */
  public static void main(String[] arguments) {
    SandboxPortal portal =
        start(SandboxArguments.parse(arguments, System::getProperty), Clock.systemUTC());
    Runtime.getRuntime().addShutdownHook(new Thread(portal::close, "sandbox-portal-close"));
    System.out.println("Sandbox portal at " + portal.baseUri());
  }

  private static <T> T await(Future<T> future) throws ExecutionException {
    try {
      return future.toCompletionStage().toCompletableFuture().get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the sandbox portal", e);
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "The sandbox portal did not answer within " + WAIT_SECONDS + " s", e);
    }
  }
}
