package io.facteur.local.prepare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The secrets of a local stack, in a file that a shell can read: {@code NAME='value'}. */
record Secrets(Map<String, String> values) {

  static final String FILE = "secrets.env";

  private static final List<String> DATABASES = List.of("users", "messaging", "billing", "dlr");
  private static final int PASSWORD_BYTES = 16;
  private static final int AES_KEY_BYTES = 32;

  /** SMPP 3.4 section 5.2.2 allows a password eight characters. */
  private static final int SMPP_PASSWORD_BYTES = 4;

  static Secrets generate(RandomGenerator random) {
    var values = new LinkedHashMap<String, String>();
    values.put("POSTGRESQL_PASSWORD", hex(random, PASSWORD_BYTES));
    DATABASES.forEach(name -> values.put(variable(name), hex(random, PASSWORD_BYTES)));
    values.put("AMQP_PASSWORD", hex(random, PASSWORD_BYTES));
    values.put("REDIS_PASSWORD", hex(random, PASSWORD_BYTES));
    values.put("SMPP_PASSWORD", hex(random, SMPP_PASSWORD_BYTES));
    values.put("TOKEN_KEY_ID", hex(random, 4));
    values.put("SECRETS_KEY", Base64.getEncoder().encodeToString(bytes(random, AES_KEY_BYTES)));
    values.put("OPERATOR_APPLICATION_KEY", hex(random, 8));
    values.put("OPERATOR_APPLICATION_SECRET", hex(random, 16));
    values.put("OPERATOR_CONSUMER_KEY", hex(random, 16));
    return new Secrets(values);
  }

  static Secrets read(Path file) throws IOException {
    return new Secrets(
        Files.readAllLines(file).stream()
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].replace("'", ""))));
  }

  String get(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException(FILE + " has no " + name);
    }
    return value;
  }

  /** By the name of the database. */
  Map<String, String> databasePasswords() {
    return DATABASES.stream().collect(Collectors.toMap(name -> name, name -> get(variable(name))));
  }

  String text() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "='" + entry.getValue() + "'\n")
        .collect(Collectors.joining());
  }

  private static String variable(String database) {
    return database.toUpperCase(java.util.Locale.ROOT) + "_DATABASE_PASSWORD";
  }

  private static String hex(RandomGenerator random, int count) {
    return HexFormat.of().formatHex(bytes(random, count));
  }

  private static byte[] bytes(RandomGenerator random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
