package io.tocsin.response.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryVerdictTest {
  @ParameterizedTest
  @CsvSource({
    "200, OK",
    "201, OK",
    "202, OK",
    "204, OK",
    "299, OK",
    "301, FATAL",
    "302, FATAL",
    "304, FATAL",
    "307, FATAL",
    "308, FATAL",
    "400, DROP",
    "402, DROP",
    "406, DROP",
    "409, DROP",
    "413, DROP",
    "415, DROP",
    "422, DROP",
    "499, DROP",
    "401, FATAL",
    "403, FATAL",
    "404, FATAL",
    "405, FATAL",
    "407, FATAL",
    "410, FATAL",
    "408, RETRY",
    "421, RETRY",
    "425, RETRY",
    "429, RETRY",
    "500, RETRY",
    "502, RETRY",
    "503, RETRY",
    "504, RETRY",
    "507, RETRY",
    "599, RETRY",
    "501, FATAL",
    "505, FATAL",
    "102, RETRY",
    "0, RETRY",
    "600, RETRY",
    "-1, RETRY"
  })
  void judgesAnHttpStatus(int status, DeliveryVerdict verdict) {
    assertThat(DeliveryVerdict.classify(status)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "421, RETRY",
    "450, RETRY",
    "451, RETRY",
    "452, RETRY",
    "454, RETRY",
    "499, RETRY",
    "500, FATAL",
    "502, FATAL",
    "530, FATAL",
    "535, FATAL",
    "550, FATAL",
    "551, FATAL",
    "553, FATAL",
    "556, FATAL",
    "552, DROP",
    "554, DROP",
    "571, DROP",
    "0, RETRY",
    "354, RETRY"
  })
  void judgesARefusalOfAMailServer(int code, DeliveryVerdict verdict) {
    assertThat(DeliveryVerdict.classifySmtp(code)).isEqualTo(verdict);
  }
}
