package io.tocsin.deploy.demo;

/** Puts the demo's own phone in the place of the address that the demo's plan has for it. */
final class RingsThePhone {
  private static final String IN_THE_PLAN = "http://127.0.0.1:8099/pages";

  private RingsThePhone() {}

  /**
   * The plan's text with the phone's true address.
   *
   * @param yaml the text of the plan's file
   */
  static String in(String yaml, String phoneUrl) {
    return yaml.replace(IN_THE_PLAN, phoneUrl);
  }
}
