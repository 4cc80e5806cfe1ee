package io.facteur.bench.cost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * CPU time that each process of the stack has used until now, user and system, from {@code
 * /proc/<pid>/stat}; PostgreSQL's children by the database that they serve. Linux only.
 */
public final class ProcessTimes {

  /** USER_HZ: 100 on every Linux that Java runs on. */
  private static final double TICKS_PER_SECOND = 100;

  /** Fields of proc(5)'s stat after the command's name, which is field 2. */
  private static final int PARENT = 1;

  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int USER_OF_ENDED_CHILDREN = 13;
  private static final int SYSTEM_OF_ENDED_CHILDREN = 14;

  private static final String POSTGRESQL = "postgresql";

  private ProcessTimes() {}

  /**
   * Seconds by name; PostgreSQL's as {@code postgresql messaging}, {@code postgresql others}, ….
   */
  public static Map<String, Double> of(Path state) throws IOException {
    Map<String, Double> seconds = new TreeMap<>();
    for (Path file : list(state.resolve("run"))) {
      String name = String.valueOf(file.getFileName());
      if (name.endsWith(".pid")) {
        long pid = Long.parseLong(Files.readString(file).strip());
        add(seconds, name.substring(0, name.length() - ".pid".length()), pid);
      }
    }
    return seconds;
  }

  private static void add(Map<String, Double> seconds, String name, long pid) throws IOException {
    String[] stat = stat(pid);
    if (!name.equals(POSTGRESQL)) {
      seconds.put(name, seconds(stat, USER, SYSTEM));
      return;
    }
    String others = POSTGRESQL + " others";
    seconds.put(
        others, seconds(stat, USER, SYSTEM, USER_OF_ENDED_CHILDREN, SYSTEM_OF_ENDED_CHILDREN));
    for (Path directory : list(Path.of("/proc"))) {
      String child = String.valueOf(directory.getFileName());
      if (child.matches("[0-9]+")) {
        String[] of = stat(Long.parseLong(child));
        if (of.length > PARENT && of[PARENT].equals(Long.toString(pid))) {
          seconds.merge(role(directory, others), seconds(of, USER, SYSTEM), Double::sum);
        }
      }
    }
  }

  /** A backend's title is {@code postgres: user database address(port) state}. */
  private static String role(Path directory, String others) throws IOException {
    try {
      String title = Files.readString(directory.resolve("cmdline"), StandardCharsets.ISO_8859_1);
      String[] words = title.split("[ \0]+", -1);
      boolean backend = words.length > 3 && words[3].indexOf('(') > 0;
      return backend ? POSTGRESQL + " " + words[2] : others;
    } catch (NoSuchFileException ended) {
      return others;
    }
  }

  /** Fields after the command's name; none when there is no such process. */
  private static String[] stat(long pid) throws IOException {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    } catch (NoSuchFileException ended) {
      return new String[0];
    }
  }

  private static double seconds(String[] stat, int... fields) {
    double ticks = 0;
    for (int field : fields) {
      ticks += field < stat.length ? Double.parseDouble(stat[field].strip()) : 0;
    }
    return ticks / TICKS_PER_SECOND;
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return new ArrayList<>(files.toList());
    }
  }
}
