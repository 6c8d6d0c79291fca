package io.tocsin.response.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Finds in the faults of the mail library what the server said. */
final class SmtpFault {
  /** What a server answers to a wrong password (RFC 4954). */
  private static final int WRONG_PASSWORD = 535;

  private static final Pattern CODE = Pattern.compile("^([45][0-9]{2})[ -]");

  private SmtpFault() {}

  /** The answer that the fault stands for; one without a code is a fault of the way there. */
  static DeliveryAnswer answer(MessagingException fault) {
    int code = codeOf(fault);
    String said = OneLine.of(String.valueOf(deepest(fault).getMessage()));
    String detail = Texts.fit(said, 300);
    return code == 0
        ? DeliveryAnswer.of(DeliveryVerdict.RETRY, "no answer: " + detail)
        : DeliveryAnswer.of(
            DeliveryVerdict.classifySmtp(code), "SMTP " + code + " '" + detail + "'");
  }

  /** The most telling code of the chain: of the recipient before that of the whole; 0 for none. */
  static int codeOf(MessagingException fault) {
    Exception next = fault.getNextException();
    int deeper = next instanceof MessagingException inner ? codeOf(inner) : 0;
    return deeper == 0 ? ownCode(fault) : deeper;
  }

  private static int ownCode(MessagingException fault) {
    if (fault instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    if (fault instanceof SMTPSenderFailedException sender) {
      return sender.getReturnCode();
    }
    if (fault instanceof SMTPSendFailedException send) {
      return send.getReturnCode();
    }
    return fault instanceof AuthenticationFailedException ? ofLogin(fault.getMessage()) : 0;
  }

  private static int ofLogin(@Nullable String said) {
    Matcher code = CODE.matcher(said == null ? "" : said);
    return code.find() ? Integer.parseInt(code.group(1)) : WRONG_PASSWORD;
  }

  private static Throwable deepest(MessagingException fault) {
    Exception next = fault.getNextException();
    return next instanceof MessagingException inner ? deepest(inner) : fault;
  }
}
