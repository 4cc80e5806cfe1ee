package io.facteur.billing.grant;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.io.IOException;

/** Reads a JSON number without the detour over a double; anything else as it is. */
class ExactNumber extends JsonDeserializer<JsonNode> {

  @Override
  public JsonNode deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (parser.currentToken().isNumeric() && !parser.isNaN()) {
      return DecimalNode.valueOf(parser.getDecimalValue());
    }
    return parser.readValueAsTree();
  }
}
