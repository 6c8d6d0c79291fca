package io.tocsin.deploy.desk;

import io.tocsin.response.PageOutcome;

/** How many deliveries of a brand's pages ended this way. */
record DeliveryCount(String brand, PageOutcome outcome, long count) {}
