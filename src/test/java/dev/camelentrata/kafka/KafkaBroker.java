package dev.camelentrata.kafka;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A real Kafka broker of one node on the loopback, in this JVM. */
final class KafkaBroker implements AutoCloseable {

  private final KafkaRaftServer server;
  private final int port;

  KafkaBroker(Path directory) throws Exception {
    port = freePort();
    int controller = freePort();
    Map<String, String> options = new HashMap<>();
    options.put("process.roles", "broker,controller");
    options.put("node.id", "1");
    options.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
    options.put("controller.listener.names", "CONTROLLER");
    options.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller);
    options.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    options.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    options.put("log.dirs", directory.toString());
    options.put("num.partitions", "3");
    options.put("offsets.topic.replication.factor", "1");
    options.put("group.initial.rebalance.delay.ms", "0");
    new Formatter()
        .setPrintStream(new PrintStream(java.io.OutputStream.nullOutputStream()))
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .setControllerListenerName("CONTROLLER")
        .addDirectory(directory.toString())
        .setMetadataLogDirectory(directory.toString())
        .run();
    server = new KafkaRaftServer(new KafkaConfig(options), Time.SYSTEM);
    server.startup();
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
