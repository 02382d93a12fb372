package org.edgetwin.scenarios.model;

import org.edgetwin.gpu.operators.TransformerShape;

/** The sizes of a dense transformer, and of a step. */
public record TransformerPlan(
    @Key(doc = "Which operators a layer has.", preset = "gpt") TransformerShape.Style style,
    @Key(doc = "Width of the residual stream.", min = 1, max = 1e6, example = "1024") int hidden,
    @Key(doc = "Layers.", min = 1, max = 1e5, example = "24") int layers,
    @Key(doc = "Heads of attention in a layer.", min = 1, max = 1e5, example = "16") int heads,
    @Key(
            doc = "Width inside the feed-forward block. 0: four times `hidden`.",
            preset = "0",
            max = 1e7)
        int feedForward,
    @Key(doc = "Words of the output layer.", preset = "50257", min = 1, max = 1e8) int vocabulary,
    @Key(doc = "Tokens of each sequence.", preset = "1024", min = 1, max = 1e7) int tokens,
    @Key(doc = "Whether a step goes backward too.", preset = "true") boolean training) {
  public TransformerPlan {
    Bounds.check(
        hidden % heads == 0,
        "hidden (" + hidden + ") is no multiple of heads (" + heads + "). Maybe of another model?");
  }
}
