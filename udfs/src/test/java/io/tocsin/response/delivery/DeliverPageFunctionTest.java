package io.tocsin.response.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.response.Page;
import io.tocsin.response.PageOutcome;
import io.tocsin.response.PageReceipt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.streaming.api.functions.async.CollectionSupplier;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliverPageFunctionTest {
  private static final DeliveryPolicy PATIENT =
      new DeliveryPolicy(5, 60_000, 60_000, 60_000, 60_000, 32);

  private final DeliverPageFunction function = new DeliverPageFunction(PATIENT, Pages.HOST);
  private final Results results = new Results();

  @BeforeEach
  void open() {
    function.open(DefaultOpenContext.INSTANCE);
  }

  @AfterEach
  void close() {
    function.close();
  }

  @Test
  void endsAPageInAReceiptWhenTheOperatorsTimeoutComesFirst() throws IOException {
    try (ServerSocket neverAccepts = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Page page = Pages.webhook("http://127.0.0.1:" + neverAccepts.getLocalPort() + "/");
      function.asyncInvoke(page, results);
      assertThat(results.receipts).isEmpty();

      function.timeout(page, results);
      function.timeout(page, results);
    }

    assertThat(results.receipts).hasSize(1);
    assertThat(results.receipts.get(0).outcome()).isEqualTo(PageOutcome.EXHAUSTED);
    assertThat(results.receipts.get(0).attempts()).isEqualTo(1);
    assertThat(results.receipts.get(0).detail()).contains("operator's timeout");
  }

  @Test
  void leavesAPageAloneThatHasEnded() {
    Page page = Pages.console();
    function.asyncInvoke(page, results);
    function.timeout(page, results);

    assertThat(results.receipts)
        .extracting(PageReceipt::outcome)
        .containsExactly(PageOutcome.DELIVERED);
  }

  private static final class Results implements ResultFuture<PageReceipt> {
    private final List<PageReceipt> receipts = new ArrayList<>();

    @Override
    public void complete(Collection<PageReceipt> result) {
      receipts.addAll(result);
    }

    @Override
    public void complete(CollectionSupplier<PageReceipt> supplier) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void completeExceptionally(Throwable error) {
      throw new AssertionError(error);
    }
  }
}
