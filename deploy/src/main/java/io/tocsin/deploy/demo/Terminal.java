package io.tocsin.deploy.demo;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** A terminal that takes picocli's markup, line by line, from any thread. */
record Terminal(PrintWriter out, Ansi ansi) {
  synchronized void say(String markup) {
    out.println(ansi.string(markup));
    out.flush();
  }

  /** A line as it is, whatever brackets are in it. */
  synchronized void sayPlain(String line) {
    out.println(line);
    out.flush();
  }
}
