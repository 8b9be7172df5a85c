namespace KoreXo.Generator.Model;

internal sealed record RateLimitModel(
    string Budget,
    EquatableArray<ParameterKey> By,
    EquatableArray<RateWindowModel> Windows,
    bool Documented
);
