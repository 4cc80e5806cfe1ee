package io.facteur.gateway.route;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What clients read to know the API: the index at the base path, and one schema for each of its
 * parts ({@code /auth.json}, {@code /sms.json}), in the form of OVH's, made of the routing table.
 */
final class ApiSchema {

  private static final List<String> PARTS = List.of("auth", "sms");

  /** Path parameters that are numbers; all others are text. */
  private static final Set<String> NUMBERS = Set.of("id", "slotId");

  private ApiSchema() {}

  /**
   * The document at this path.
   *
   * @param path {@code /} for the index, else one of the schemas
   * @param basePath such as {@code https://localhost:8443/1.0}
   */
  static Buffer at(String path, String basePath) {
    return path.equals("/")
        ? index(basePath)
        : schema(path.substring(0, path.length() - ".json".length()), basePath);
  }

  private static Buffer index(String basePath) {
    JsonArray apis = new JsonArray();
    for (String part : PARTS) {
      apis.add(
          new JsonObject()
              .put("path", "/" + part)
              .put("schema", "{path}.{format}")
              .put("format", new JsonArray().add("json"))
              .put("description", "Operations under /" + part));
    }
    return head(basePath).put("apis", apis).toBuffer();
  }

  private static Buffer schema(String part, String basePath) {
    Map<String, JsonArray> operations = new LinkedHashMap<>();
    for (Operation operation : RouteTable.OPERATIONS) {
      if (operation.path().equals(part) || operation.path().startsWith(part + "/")) {
        operations
            .computeIfAbsent(operation.path(), path -> new JsonArray())
            .add(operation(operation));
      }
    }
    JsonArray apis = new JsonArray();
    operations.forEach(
        (path, list) -> apis.add(new JsonObject().put("path", path).put("operations", list)));
    return head(basePath)
        .put("resourcePath", part)
        .put("apis", apis)
        .put("models", new JsonObject())
        .toBuffer();
  }

  private static JsonObject head(String basePath) {
    return new JsonObject().put("apiVersion", "1.0").put("basePath", basePath);
  }

  private static JsonObject operation(Operation operation) {
    JsonArray parameters = new JsonArray();
    operation.segments().stream()
        .filter(segment -> segment.startsWith("{"))
        .map(segment -> segment.substring(1, segment.length() - 1))
        .forEach(name -> parameters.add(parameter(name)));
    return new JsonObject()
        .put("httpMethod", operation.method())
        .put("apiStatus", new JsonObject().put("value", "PRODUCTION"))
        .put("noAuthentication", operation.audience() == Operation.Audience.ANYONE)
        .put("parameters", parameters);
  }

  private static JsonObject parameter(String name) {
    String type = NUMBERS.contains(name) ? "long" : "string";
    return new JsonObject()
        .put("name", name)
        .put("dataType", type)
        .put("fullType", type)
        .put("paramType", "path")
        .put("required", true);
  }
}
