package io.tocsin.deploy.explain;

/** What a name stands for. */
enum NameKind {
  PERSON,
  ORGANISATION,
  PLACE,
  PRODUCT
}
