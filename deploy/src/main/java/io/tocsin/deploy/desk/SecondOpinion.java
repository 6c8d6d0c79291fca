package io.tocsin.deploy.desk;

import io.tocsin.scoring.Sentiment;

/**
 * What a slower and more exact model says of an example post.
 *
 * @param postId the post
 * @param sentiment what it says, and which model it is
 */
record SecondOpinion(String postId, Sentiment sentiment) {}
