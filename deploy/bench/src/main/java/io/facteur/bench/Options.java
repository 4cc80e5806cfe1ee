package io.facteur.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to measure.
 *
 * @param state of the running stack
 * @param json where the figures go
 * @param rows numbers of the rows of the architecture's table (section 9): 1, 2, 3
 * @param duration of each of the rows 1 and 2
 * @param warmup under the load of row 2, before anything is measured
 * @param connections that are kept alive, each with one call at a time
 * @param receivers of the list of row 3, at most 100,000
 * @param backlog messages of row 2 that may be accepted and not yet reported as delivered
 * @param callbacks whether row 2 has the account call a sink back
 */
record Options(
    Path state,
    Path json,
    Set<Integer> rows,
    Duration duration,
    Duration warmup,
    int connections,
    int receivers,
    int backlog,
    boolean callbacks) {

  static final String USAGE =
      """
      deploy/bench/run [option=value ...]     measures the running local stack (deploy/local/up)
        rows=1,2,3         which rows of the architecture's table (section 9)
        seconds=60         how long rows 1 and 2 last
        warmup=60          seconds of the load of row 2 before anything is measured: JVMs start slow
        connections=50     kept alive, each with one call at a time
        receivers=100000   contacts in the file of row 3
        backlog=3000       messages of row 2 that may be under way
        callbacks=yes      row 2 has the account call a sink back; no: it ends with the report
        json=<file>        where the figures are written
      """;

  private static final int LONGEST_LIST = 100_000;

  /**
   * Reads {@code state=…} and the options above.
   *
   * @throws IllegalArgumentException that says what is wrong
   */
  static Options parse(String... arguments) {
    Map<String, String> given = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException(argument + " is not option=value");
      }
      given.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    Options options =
        new Options(
            Path.of(take(given, "state", ".")),
            Path.of(take(given, "json", "bench.json")),
            Stream.of(take(given, "rows", "1,2,3").split(",", -1))
                .map(Integer::valueOf)
                .collect(Collectors.toSet()),
            Duration.ofSeconds(number(given, "seconds", 1, 60, 3_600)),
            Duration.ofSeconds(number(given, "warmup", 0, 60, 3_600)),
            number(given, "connections", 1, 50, 10_000),
            number(given, "receivers", 1, LONGEST_LIST, LONGEST_LIST),
            number(given, "backlog", 1, 3_000, 1_000_000),
            take(given, "callbacks", "yes").equals("yes"));
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("unknown: " + given.keySet());
    }
    return options;
  }

  private static int number(
      Map<String, String> given, String name, int least, int otherwise, int most) {
    int number = Integer.parseInt(take(given, name, Integer.toString(otherwise)));
    if (number < least || number > most) {
      throw new IllegalArgumentException(name + " must be from " + least + " to " + most);
    }
    return number;
  }

  private static String take(Map<String, String> given, String name, String otherwise) {
    String value = given.remove(name);
    return value == null ? otherwise : value;
  }
}
