package io.tocsin.scoring.influence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one subtask knows of a channel's audience, for a checkpoint.
 *
 * @param share the subtask that saw this share of the channel's posts
 * @param channel the network
 * @param hours what it counted
 * @param scaleHour the hour that {@code scale} is for, hours since the epoch
 * @param scale the scale of that hour; null while too little was seen
 * @param scaleBefore the scale of the hour before
 */
public record AudienceState(
    int share,
    String channel,
    List<AudienceHour> hours,
    long scaleHour,
    @Nullable ChannelScale scale,
    @Nullable ChannelScale scaleBefore) {}
