namespace KoreXo.Generator.Tests.Emit;

/// <summary>What a caller need not say, and what the client says by itself.</summary>
public sealed class ErgonomicsTests
{
    [Fact]
    public async Task A_parameter_with_one_value_is_sent_without_being_asked_for()
    {
        var request = await Sample.RequestAsync("ergonomics", "await client.GetTracksAsync(\"de\");");

        Assert.Equal(("GET /tracks/v2?format=json&level=3&market=de", "true"), (request.Line, request.Headers["X-Strict"]));
    }

    [Fact]
    public async Task An_optional_parameter_with_one_value_may_be_left_out() =>
        Assert.Equal(
            "GET /tracks/v2?format=json&level=3&market=de&draft=true",
            (await Sample.RequestAsync("ergonomics", "await client.GetTracksAsync(\"de\", new() { Draft = true });")).Line
        );

    [Theory]
    [InlineData("Client.g.cs", "<param name=\"market\">The country as ISO 3166 names it.</param>")]
    [InlineData("Models.g.cs", "<summary>At most so many tracks.</summary>")]
    public void The_schema_describes_a_parameter_that_says_nothing(string file, string expected)
    {
        var run = Sample.Run(Sample.Document("ergonomics"));

        Assert.Contains(
            expected,
            run.Source(run.Files.Single(name => name.EndsWith(file, StringComparison.Ordinal))),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Next", "PageNow")]
    [InlineData("Queue", "IReadOnlyList<PageNow>")]
    [InlineData("Parent", "PageId")]
    [InlineData("Other", "PageOther")]
    [InlineData("Named", "FlagOrTrack")]
    public async Task Equal_choices_are_one_type(string member, string expected) =>
        Assert.Equal(expected, (await MemberTypes.OfAsync("ergonomics", "Page", member)).TrimEnd('?'));

    [Theory]
    [InlineData("uuid,uri,time,duration", "String String String String")]
    [InlineData("*", "String String String String")]
    [InlineData("uuid", "String Uri TimeOnly TimeSpan")]
    [InlineData("", "Guid Uri TimeOnly TimeSpan")]
    public async Task Formats_may_stay_strings(string formats, string expected) =>
        Assert.Equal(
            expected,
            await Sample.RunAsync(
                Sample.Document("wire-details").With("StringFormats", formats),
                """
                return string.Join(" ", new[] { "Id", "Link", "Clock", "Span" }.Select(name => typeof(Times).GetProperty(name)!.PropertyType)
                    .Select(type => (Nullable.GetUnderlyingType(type) ?? type).Name));
                """,
                new KoreXo.Testing.Http.RecordingHandler()
            )
        );

    [Fact]
    public void A_format_that_cannot_stay_a_string_is_reported() =>
        Assert.Equal(
            [
                "sample.yaml(1,1): error KXO2011: The OpenApiSpec setting StringFormats 'date' is invalid; use one of uuid, guid, uri, time, duration and *",
            ],
            Sample.Run(Sample.Client("openapi: 3.1.0\npaths: {}").With("StringFormats", "date")).Diagnostics
        );

    [Theory]
    [InlineData("Anchor", "Anchored")]
    [InlineData("Id", "Leaf")]
    [InlineData("Short", "Leaf")]
    [InlineData("Within", "RootPart")]
    [InlineData("Tree", "Tree")]
    public async Task A_schema_is_found_by_its_own_name(string member, string expected) =>
        Assert.Equal(expected, (await MemberTypes.OfAsync("schema-ids", "Root", member)).TrimEnd('?'));

    [Theory]
    [InlineData("""{"id":{"own":{"c":true},"sibling":{"e":"y"}},"relative":{"e":"x"},"part":{"b":1},"anchored":{"b":2}}""")]
    [InlineData("""{"tree":{"name":"a","children":[{"name":"b","children":[]}]}}""")]
    public async Task A_schema_with_a_name_is_written_back(string json) =>
        Assert.Equal(json, await Sample.RoundTripAsync("schema-ids", "Root", json));

    [Fact]
    public async Task A_tree_is_made_of_trees() =>
        Assert.Equal("IReadOnlyList<Tree>", await MemberTypes.OfAsync("schema-ids", "Tree", "Children"));
}
