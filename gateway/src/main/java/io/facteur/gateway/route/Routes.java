package io.facteur.gateway.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the operations of a path. Built once; read by every call. */
final class Routes {

  /** Path patterns by their number of segments, those with literals first. */
  private final Map<Integer, List<Route>> byLength = new HashMap<>();

  Routes(List<Operation> operations) {
    Map<List<String>, Map<String, Operation>> byPath = new LinkedHashMap<>();
    for (Operation operation : operations) {
      byPath
          .computeIfAbsent(operation.segments(), path -> new LinkedHashMap<>())
          .put(operation.method(), operation);
    }
    byPath.entrySet().stream()
        .map(path -> new Route(path.getKey(), path.getValue()))
        .sorted(Comparator.comparingLong(Route::parameters))
        .forEach(
            route ->
                byLength
                    .computeIfAbsent(route.segments().size(), length -> new ArrayList<>())
                    .add(route));
  }

  /** The one route that this path belongs to. */
  Optional<Route> find(RequestPath path) {
    for (Route route : byLength.getOrDefault(path.segments().size(), List.of())) {
      if (route.covers(path.segments())) {
        return Optional.of(route);
      }
    }
    return Optional.empty();
  }

  /**
   * A path with its operations.
   *
   * @param segments of the pattern, parameters in braces
   * @param operations by method
   */
  record Route(List<String> segments, Map<String, Operation> operations) {

    long parameters() {
      return segments.stream().filter(Route::parameter).count();
    }

    boolean covers(List<String> called) {
      for (int i = 0; i < called.size(); i++) {
        String expected = segments.get(i);
        if (!parameter(expected) && !expected.equals(called.get(i))) {
          return false;
        }
      }
      return true;
    }

    /** The account that a call to this path is about, or null when it is about none. */
    String serviceName(RequestPath path) {
      int at = segments.indexOf("{serviceName}");
      return at < 0 ? null : path.segments().get(at);
    }

    /** The methods that this path takes, as an {@code Allow} header has them. */
    String allowed() {
      return String.join(", ", operations.keySet());
    }

    private static boolean parameter(String segment) {
      return segment.startsWith("{");
    }
  }
}
