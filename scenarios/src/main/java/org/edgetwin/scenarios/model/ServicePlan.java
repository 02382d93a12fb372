package org.edgetwin.scenarios.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An LLM service: replicas of a model that answer requests. */
public record ServicePlan(
    @Key(
            doc = "Its name; stands before the names of its replicas.",
            names = NameKind.NEW,
            example = "chat")
        String name,
    @Key(
            doc = "The language model; 16-bit weights and cache.",
            names = NameKind.LANGUAGE_MODEL,
            example = "Llama-3.1-8B")
        String model,
    @Key(
            doc = "GPUs of a replica, all in one node (tensor parallelism).",
            preset = "1",
            min = 1,
            max = 64)
        int gpusPerReplica,
    @Key(
            doc = "GPU models its replicas stand on. Left out: any that the model fits.",
            preset = "[]",
            names = NameKind.GPU,
            example = "[H100, L40S]")
        List<String> gpuModels,
    @Key(
            doc = "Virtual cluster of its replicas. Left out: the first one.",
            preset = Key.NONE,
            names = NameKind.VIRTUAL_CLUSTER)
        @Nullable String virtualCluster,
    @Key(
            doc = "Priority of its replicas; larger is more urgent.",
            preset = "0",
            min = -1e6,
            max = 1e6)
        int priority,
    @Key(
            doc = "Highest price per GPU its replicas pay. Left out: any.",
            preset = Key.NONE,
            unit = Unit.HOURLY_PRICE,
            max = 1e6)
        @Nullable Double priceCapUsdPerHour,
    @Key(doc = "Settings of the inference engine.", preset = "{}") InferencePlan engine,
    @Key(doc = "How many replicas there may be.", preset = "{}") ReplicaPlan replicas,
    @Key(doc = "Who decides how many replicas there are.", preset = "fixed")
        AutoscalerPlan autoscaler,
    @Key(doc = "Which replica a request goes to.", preset = "least_outstanding")
        RouterChoice router,
    @Key(doc = "What a new replica does before it is ready.", preset = "{}")
        ColdStartPlan coldStart,
    @Key(doc = "What is promised to each request. Left out: nothing.", preset = "{}")
        PromisePlan slo,
    @Key(
            doc =
                "What users pay for the tokens of finished requests, so that the service shows"
                    + " revenue beside cost. Left out: nothing is known of it.",
            preset = "{}",
            example = "{input: 0.10 USD/1M, output: 0.40 USD/1M}")
        TokenPricePlan prices,
    @Key(doc = "Where its requests come from.", example = "{trace: {builtin: azure-conversation}}")
        RequestSource requests) {}
