package io.facteur.users.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.facteur.chassis.error.ApiException;
import io.facteur.users.input.Fields;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountSettingsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private final AccountSettings before =
      AccountSettings.initial("shop").with(fields("{'callBack':'https://example.org/dlr'}"));

  @Test
  void keepsWhatABodyDoesNotName() {
    AccountSettings after = before.with(fields("{'stopCallBack':'https://example.org/stop'}"));
    assertEquals("https://example.org/dlr", after.callBack());
    assertEquals("https://example.org/stop", after.stopCallBack());
    assertEquals("shop", after.description());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'callBack':null}", "{'callBack':''}"})
  void clearsWhatCanBeNull(String body) {
    assertNull(before.with(fields(body)).callBack());
  }

  @Test
  void keepsWhatCannotBeNull() {
    assertEquals(
        before,
        before.with(
            fields(
                "{'description':null,'smsResponse':null,'templates':null,"
                    + "'creditThresholdForAutomaticRecredit':null}")));
  }

  @Test
  void ignoresReadOnlyAndUnknownFields() {
    assertEquals(
        before,
        before.with(
            fields(
                "{'name':'x','status':'disable','creditsLeft':1e9,'smpp':true,'channel':5,"
                    + "'iam':{},'later':[1]}")));
  }

  @Test
  void readsNumbersAndFlagsWrittenAsText() {
    AccountSettings after =
        before.with(
            fields(
                "{'automaticRecreditAmount':'500','creditThresholdForAutomaticRecredit':'12.5',"
                    + "'templates':{'customizedSmsMode':'true','smsBody':'a\\nb'}}"));
    assertEquals(500L, after.automaticRecreditAmount());
    assertEquals(12.5, after.creditThresholdForAutomaticRecredit());
    assertEquals(new Templates(false, true, null, null, null, "a\nb"), after.templates());
  }

  @Test
  void readsAnswersByTheirFields() {
    AccountSettings after =
        before.with(
            fields(
                "{'smsResponse':{'responseType':'cgi','cgiUrl':'https://example.org/mo',"
                    + "'trackingOptions':[{'media':'sms','sender':'','target':'+33600000000'}]}}"));
    assertEquals(
        new SmsResponse(
            "https://example.org/mo",
            ResponseType.cgi,
            null,
            null,
            List.of(new TrackingOption(TrackingMedia.sms, "", "+33600000000"))),
        after.smsResponse());
    assertEquals(
        ResponseType.cgi,
        after.with(fields("{'smsResponse':{'text':'hi'}}")).smsResponse().responseType());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'callback':'https://x.org'}                  | callback is not a field: write callBack
          {'callBack':5}                                | callBack must start with http
          {'callBack':{}}                               | callBack must be a text
          {'stopCallBack':['https://x.org']}            | stopCallBack must be a text
          {'description':'a\\u0000b'}                   | description must not contain control
          {'description':{}}                            | description must be a text
          {'automaticRecreditAmount':300}               | automaticRecreditAmount must be one of
          {'automaticRecreditAmount':100.5}             | automaticRecreditAmount must be a whole
          {'automaticRecreditAmount':'many'}            | automaticRecreditAmount must be a whole
          {'creditThresholdForAutomaticRecredit':-1}    | creditThresholdForAutomaticRecredit must be
          {'creditThresholdForAutomaticRecredit':'NaN'} | creditThresholdForAutomaticRecredit must be
          {'creditThresholdForAutomaticRecredit':1e400} | creditThresholdForAutomaticRecredit must be
          {'smsResponse':5}                             | smsResponse must be a JSON object
          {'smsResponse':{'responseType':'mail'}}       | smsResponse.responseType must be one of
          {'smsResponse':{'responseType':'cgi'}}        | smsResponse.cgiUrl is needed
          {'smsResponse':{'responseType':'text'}}       | smsResponse.text is needed
          {'smsResponse':{'cgiUrl':'ftp://x'}}          | smsResponse.cgiUrl must start with http
          {'smsResponse':{'trackingOptions':{}}}        | smsResponse.trackingOptions must be a list
          {'smsResponse':{'trackingOptions':[5]}}       | smsResponse.trackingOptions[0] must be a
          {'templates':[]}                              | templates must be a JSON object
          {'templates':{'customizedSmsMode':'maybe'}}   | templates.customizedSmsMode must be true
          """)
  void namesTheFieldThatIsWrong(String body, String message) {
    ApiException refusal =
        assertThrows(ApiException.class, () -> before.with(fields(body.replace("\\\\", "\\"))));
    assertEquals(400, refusal.status());
    assertTrue(refusal.getMessage().startsWith(message), refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "5", "'text'"})
  void refusesBodiesThatAreNoObjects(String body) {
    assertThrows(ApiException.class, () -> fields(body));
  }

  private static Fields fields(String body) {
    try {
      JsonNode node = JSON.readTree(body.replace('\'', '"'));
      return Fields.of(node);
    } catch (JsonProcessingException problem) {
      throw new IllegalArgumentException(problem);
    }
  }
}
