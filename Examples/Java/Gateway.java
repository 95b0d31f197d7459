import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A channel gateway: sends one complaint and prints what becomes of it.
 *
 * <pre>java -cp "$KAFKA_HOME/libs/*" Examples/Java/Gateway.java ID LINE TEXT [RECEIVED]</pre>
 *
 * ID is the gateway's own number of the complaint: sent again under the same ID, it counts once. LINE is the service number. RECEIVED is when the
 * customer spoke, if not just now. KAFKA_BOOTSTRAP_SERVERS names the brokers. Needs Java 17, kafka-clients and Jackson; an Apache Kafka has both.
 *
 * <p>Exit codes: 0 registered, 1 rejected or incomplete, 75 no answer within a minute.
 */
public final class Gateway {
    private static final String BROKERS = System.getenv().getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "localhost:19092");
    private static final String SOURCE = "/gateway/example-java";
    private static final ObjectMapper JSON = new ObjectMapper();

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 3 || arguments.length > 4) {
            System.err.println("usage: Gateway.java ID LINE TEXT [RECEIVED]");
            System.exit(64);
        }
        var received = arguments.length == 4 ? arguments[3] : Instant.now().toString();
        send(arguments[0], arguments[1], arguments[2], received);
        System.exit(answer(arguments[0]));
    }

    /** Publishes the complaint as a CloudEvent in binary mode; returns once the brokers have it. */
    private static void send(String id, String line, String text, String received) throws Exception {
        var data = JSON.writeValueAsBytes(Map.of(
            "line", line, "channel", "mobile-hall", "province", "CN-SC", "category", "billing", "customer", "Han Meimei", "contact", line,
            "description", text, "receivedAt", received));
        var record = new ProducerRecord<>("redress.intake", line, data);
        var attributes = Map.of(
            "ce_id", id, "ce_source", SOURCE, "ce_specversion", "1.0", "ce_type", "redress.intake.submitted.v1",
            "content-type", "application/json");
        attributes.forEach((name, value) -> record.headers().add(name, value.getBytes()));
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", BROKERS), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    /**
     * Prints the first event on redress.complaints that ours led to, and gives the exit code.
     *
     * <p>A gateway keeps one consumer open for all its answers. The group remembers how far they were read.
     */
    private static int answer(String id) throws Exception {
        Map<String, Object> settings = Map.of(
            "bootstrap.servers", BROKERS, "group.id", "redress-channel-gateway-example-java", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("redress.complaints"));
            var deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    if (record.value() == null || !Objects.equals(attribute(record.headers(), "causationid"), id)) continue;
                    var data = JSON.readTree(record.value());
                    // Another gateway may use the same id, so what is ours is told by the source as well.
                    if (!data.path("eventSource").asText().equals(SOURCE)) continue;
                    switch (attribute(record.headers(), "type")) {
                        case "redress.complaint.registered.v1" -> {
                            System.out.println("registered " + data.get("complaint").asText());
                            return 0;
                        }
                        case "redress.complaint.information-required.v1" -> System.out.println(
                            "incomplete " + data.get("complaint").asText() + ": " + StreamSupport.stream(data.get("missing").spliterator(), false)
                                .map(field -> field.asText()).collect(Collectors.joining(", ")));
                        case "redress.complaint.rejected.v1" -> {
                            var fault = data.get("fault");
                            System.out.printf("rejected %s: %s; expected %s%n",
                                fault.get("field").asText(), fault.get("problem").asText(), fault.get("expected").asText());
                        }
                        default -> System.out.println(attribute(record.headers(), "type"));
                    }
                    return 1;
                }
            }
        }
        System.err.println("no answer yet");
        return 75;
    }

    /** An attribute of a CloudEvent in binary mode; null where it has none of that name. */
    private static String attribute(Headers headers, String name) {
        var header = headers.lastHeader("ce_" + name);
        return header == null ? null : new String(header.value());
    }
}
