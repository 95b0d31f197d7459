import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A handlers' desk: signs a command, sends it and prints what became of it.
 *
 * <pre>java -cp "$KAFKA_HOME/libs/*" Examples/Java/Desk.java KEY PUBLIC-KEY STAFF COMPLAINT COMMAND [FIELDS]</pre>
 *
 * KEY is the private key that `redress keys make` wrote, PUBLIC-KEY the `key` of its entry in the register of senders, STAFF the staff number that the
 * key may speak for, COMMAND the last word but one of a type such as redress.work-order.accept.v1, FIELDS its other fields in JSON.
 *
 * <p>Exit codes: 0 done, 1 refused, 75 no answer within a minute: send it again under the same id.
 */
public final class Desk {
    private static final String BROKERS = System.getenv().getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "localhost:19092");
    private static final String DSSE = "https://cloudevents.io/verifiability/dsse/v0.1";
    private static final ObjectMapper JSON = new ObjectMapper();

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 5 || arguments.length > 6) {
            System.err.println("usage: Desk.java KEY PUBLIC-KEY STAFF COMPLAINT COMMAND [FIELDS]");
            System.exit(64);
        }
        var fields = (ObjectNode) JSON.readTree(arguments.length == 6 ? arguments[5] : "{}");
        fields.put("complaint", arguments[3]).put("by", arguments[2]);
        var id = UUID.randomUUID().toString();

        // The core attributes in the order in which they are signed; the time in UTC, to the second.
        var event = new LinkedHashMap<String, String>();
        event.put("id", id);
        event.put("source", "/desk/example-java");
        event.put("specversion", "1.0");
        event.put("type", "redress.work-order." + arguments[4] + ".v1");
        event.put("datacontenttype", "application/json");
        event.put("dataschema", "");
        event.put("subject", "");
        event.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        var data = JSON.writeValueAsBytes(fields);

        var record = new ProducerRecord<>("redress.work-order-commands", arguments[3], data);
        for (var name : List.of("id", "source", "specversion", "type", "time")) record.headers().add("ce_" + name, event.get(name).getBytes());
        record.headers().add("content-type", "application/json".getBytes());
        record.headers().add("ce_dssematerial", sign(event, data, privateKey(arguments[0]), arguments[1]).getBytes());
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", BROKERS), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
        System.exit(outcome(id));
    }

    /** CloudEvents' "Verifiable CloudEvents with DSSE": the signature of the digest of all digests, in an envelope. */
    private static String sign(Map<String, String> event, byte[] data, PrivateKey key, String publicKey) throws Exception {
        var digests = new ByteArrayOutputStream();
        for (var value : event.values()) digests.write(digest(value.getBytes()));
        digests.write(digest(data));
        var payload = JSON.writeValueAsBytes(Map.of("core", base64(digest(digests.toByteArray()))));
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update("DSSEv1 %d %s %d ".formatted(DSSE.length(), DSSE, payload.length).getBytes());
        signature.update(payload);
        var keyID = HexFormat.of().formatHex(digest(Base64.getDecoder().decode(publicKey))).substring(0, 16);
        return base64(JSON.writeValueAsBytes(Map.of(
            "payloadType", DSSE, "payload", base64(payload),
            "signatures", List.of(Map.of("keyid", keyID, "sig", base64(signature.sign()))))));
    }

    /** Prints the first event on redress.work-orders that the command led to, and gives the exit code. */
    private static int outcome(String id) throws Exception {
        Map<String, Object> settings = Map.of(
            "bootstrap.servers", BROKERS, "group.id", "redress-handler-desk-example-java", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("redress.work-orders"));
            var deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    var cause = record.headers().lastHeader("ce_causationid");
                    if (cause == null || !new String(cause.value()).equals(id)) continue;
                    var type = new String(record.headers().lastHeader("ce_type").value());
                    var data = JSON.readTree(record.value());
                    if (type.equals("redress.work-order.command-rejected.v1")) {
                        var fault = data.get("fault");
                        System.out.printf("refused %s: %s; expected %s%n",
                            fault.get("field").asText(), fault.get("problem").asText(), fault.get("expected").asText());
                        return 1;
                    }
                    System.out.println(type + " " + data.get("complaint").asText());
                    return 0;
                }
            }
        }
        System.err.println("no answer yet");
        return 75;
    }

    private static PrivateKey privateKey(String file) throws Exception {
        var pem = Files.readString(Path.of(file)).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    }

    private static byte[] digest(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
