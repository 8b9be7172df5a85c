using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Tests.Vocabulary;

/// <summary>How often an operation may be called, and for which values of which parameters.</summary>
public sealed class XRateLimitTests
{
    private static readonly ParameterKey[] Parameters =
    [
        new(ParameterLocation.Path, "id"),
        new(ParameterLocation.Query, "id"),
        new(ParameterLocation.Header, "X-Shop"),
    ];

    [Fact]
    public void A_limit_is_read_whole()
    {
        var limit = Read(
            "budget: shop, by: [{ in: path, name: id }], limits: [{ calls: 60, seconds: 60 }, { calls: 1800, seconds: 3600 }]"
        );

        Assert.Equal(
            new XRateLimit(
                "shop",
                new[] { Parameters[0] },
                new OpenApi.Vocabulary.RateLimitWindow[] { new(60, 60), new(1800, 3600) },
                Documented: true
            ),
            limit
        );
    }

    [Theory]
    [InlineData("[{ in: path, name: id }]", "path.id")]
    [InlineData("[{ in: query, name: id }]", "query.id")]
    [InlineData("[{ name: id }]", "path.id")]
    [InlineData("[{ in: query, name: id }, { in: path, name: id }, { name: X-Shop }]", "query.id path.id header.X-Shop")]
    [InlineData("[]", "")]
    [InlineData("~", "")]
    public void It_counts_by_the_parameter_at_the_place_that_it_names(string by, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', Read($"budget: b, by: {by}, limits: [{{ calls: 1, seconds: 1 }}]")!.By.Select(static key => key.Expression))
        );

    [Theory]
    [InlineData("{ in: header, name: id }", "the operation has no parameter 'id' in 'header' to count by")]
    [InlineData("{ in: path, name: X-Shop }", "the operation has no parameter 'X-Shop' in 'path' to count by")]
    [InlineData("{ in: body, name: id }", "the operation has no parameter 'id' in 'body' to count by")]
    [InlineData("{ name: none }", "the operation has no parameter 'none' to count by")]
    [InlineData("{ name: ID }", "the operation has no parameter 'ID' to count by")]
    [InlineData("id", "the operation has no parameter '' to count by")]
    [InlineData("{}", "the operation has no parameter '' to count by")]
    public void A_parameter_that_is_not_there_is_reported_and_the_limit_stays(string by, string message)
    {
        var sample = VocabularySample.From(
            $"x-rate-limit: {{ budget: b, by: [{by}, {{ name: id }}], limits: [{{ calls: 1, seconds: 1 }}] }}"
        );
        var limit = XRateLimit.Read(sample.Document, sample.Operation, Parameters);

        Assert.Equal([message], sample.Messages);
        Assert.Equal(["path.id"], limit!.By.Select(static key => key.Expression));
    }

    [Theory]
    [InlineData("{ calls: 0, seconds: 1 }")]
    [InlineData("{ calls: -5, seconds: 1 }")]
    [InlineData("{ calls: 1, seconds: 0 }")]
    [InlineData("{ calls: 1.5, seconds: 1 }")]
    [InlineData("{ calls: 99999999999, seconds: 1 }")]
    [InlineData("{ calls: 1 }")]
    [InlineData("{ seconds: 1 }")]
    [InlineData("{ calls: true, seconds: 1 }")]
    public void A_window_that_is_none_makes_no_limit_of_the_others(string window)
    {
        var sample = VocabularySample.From($"x-rate-limit: {{ budget: b, limits: [{{ calls: 1, seconds: 1 }}, {window}] }}");

        Assert.Null(XRateLimit.Read(sample.Document, sample.Operation, Parameters));
        Assert.Equal(["each of the 'limits' needs 'calls' and 'seconds', of 1 or more"], sample.Messages);
    }

    [Theory]
    [InlineData("budget: b, limits: []")]
    [InlineData("limits: [{ calls: 1, seconds: 1 }]")]
    [InlineData("by: []")]
    public void Half_a_limit_is_none(string members)
    {
        var sample = VocabularySample.From($"x-rate-limit: {{ {members} }}");

        Assert.Null(XRateLimit.Read(sample.Document, sample.Operation, Parameters));
        Assert.Equal(["it needs a 'budget' and 'limits' of calls and seconds"], sample.Messages);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("{ requests: 5, per: minute }")]
    [InlineData("[{ calls: 1 }]")]
    [InlineData("~")]
    public void An_extension_of_somebody_else_is_left_alone(string value)
    {
        var sample = VocabularySample.From($"x-rate-limit: {value}");

        Assert.Null(XRateLimit.Read(sample.Document, sample.Operation, Parameters));
        Assert.Empty(sample.Messages);
    }

    private static XRateLimit? Read(string members)
    {
        var sample = VocabularySample.From($"x-rate-limit: {{ {members} }}");
        var limit = XRateLimit.Read(sample.Document, sample.Operation, Parameters);
        Assert.Empty(sample.Messages);
        return limit;
    }
}
