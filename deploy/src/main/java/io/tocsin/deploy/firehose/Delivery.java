package io.tocsin.deploy.firehose;

import io.tocsin.deploy.firehose.traffic.Draft;

/** A draft on its way: when it arrives and what becomes of it. */
record Delivery(Draft draft, long arrivalMillis, RecordKind kind) {}
