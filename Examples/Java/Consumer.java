import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A consumer of alerts: prints one line for each deadline that is near or past, each risk, and each alert that is over.
 *
 * <pre>java -cp "$KAFKA_HOME/libs/*" Examples/Java/Consumer.java [COUNT]</pre>
 *
 * Ends after COUNT alerts; without one it goes on until it is interrupted. KAFKA_BOOTSTRAP_SERVERS names the brokers.
 */
public final class Consumer {
    public static void main(String[] arguments) throws Exception {
        var count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : Integer.MAX_VALUE;
        Map<String, Object> settings = Map.of(
            "bootstrap.servers", System.getenv().getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "localhost:19092"),
            "group.id", "redress-monitoring-consumer-example-java", "auto.offset.reset", "earliest",
            // What was not printed is read again: we say ourselves how far we are.
            "enable.auto.commit", "false");
        var json = new ObjectMapper();
        // An alert may come twice, under one id. A real consumer keeps the ids where it keeps its work.
        var seen = new HashSet<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("redress.alerts"));
            while (seen.size() < count) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    if (record.value() == null || seen.size() >= count) continue;
                    var text = line(attribute(record, "type"), json.readTree(record.value()));
                    if (text != null && seen.add(attribute(record, "id"))) System.out.println(text);
                }
                consumer.commitSync();
            }
        }
    }

    /** What a person wants to know of an alert; null for the monitor's heartbeat. */
    private static String line(String type, JsonNode data) {
        return switch (type) {
            case "redress.alert.heartbeat.v1" -> null;
            case "redress.alert.warned.v1", "redress.alert.breached.v1" -> "%s %s at %d %%, due %s".formatted(
                data.get("complaint").asText(), data.get("clock").asText(), data.get("threshold").asInt(), data.get("dueAt").asText());
            case "redress.alert.cleared.v1", "redress.alert.risk-cleared.v1" -> "over: " + StreamSupport.stream(data.get("alerts").spliterator(), false)
                .map(JsonNode::asText).collect(Collectors.joining(", "));
            default -> type.split("\\.")[2] + " " + data.path("complaint").asText(data.path("alert").asText());
        };
    }

    private static String attribute(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader("ce_" + name).value());
    }
}
