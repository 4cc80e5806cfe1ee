package io.facteur.dlr.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one batch tells about each message, in the order in which the messages are locked. */
final class Facts {

  private final SortedMap<MessageKey, List<Fact>> byMessage = new TreeMap<>();

  void add(MessageKey key, Fact fact) {
    byMessage.computeIfAbsent(key, any -> new ArrayList<>()).add(fact);
  }

  List<Fact> about(MessageKey key) {
    return byMessage.getOrDefault(key, List.of());
  }

  List<MessageKey> keys() {
    return List.copyOf(byMessage.keySet());
  }

  boolean isEmpty() {
    return byMessage.isEmpty();
  }
}
