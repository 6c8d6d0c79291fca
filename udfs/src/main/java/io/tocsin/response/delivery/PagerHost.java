package io.tocsin.response.delivery;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What the pager finds around it.
 *
 * @param desk where pages lead
 * @param mail the server that takes e-mail; null for none
 * @param secretsFolder a folder of secrets for what the environment does not hold; null for none
 */
public record PagerHost(DeskAccess desk, @Nullable MailServer mail, @Nullable String secretsFolder)
    implements Serializable {}
