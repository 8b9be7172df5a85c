namespace KoreXo.Generator.Tests.Emit;

/// <summary>What a document says by anchors and merge keys counts like what it writes out.</summary>
public sealed class YamlMergeTests
{
    [Fact]
    public async Task A_merged_operation_has_its_parameters_and_its_response() =>
        Assert.Equal(
            "GET /books?limit=3 Dune",
            await Sample.RunAsync(
                Sample.Document("yaml-merge"),
                """
                var book = await client.GetBookAsync(new() { Limit = 3 });
                return "GET /books?limit=3 " + book.Title;
                """,
                new KoreXo.Testing.Http.RecordingHandler("""{"id":"1","title":"Dune"}""")
            )
        );

    [Fact]
    public async Task Members_of_the_operation_win_over_merged_ones() =>
        Assert.Equal(
            ("POST /books", """{"title":"Dune"}"""),
            await Sample.RequestAsync("yaml-merge", "await client.AddBookAsync(new() { Title = \"Dune\" });") is var request
                ? (request.Line, request.Body)
                : default
        );

    [Fact]
    public async Task A_merged_parameter_may_have_another_name() =>
        Assert.Equal(
            "GET /shelves?limit=1&offset=2",
            (await Sample.RequestAsync("yaml-merge", "await client.GetShelfAsync(new() { Limit = 1, Offset = 2 });")).Line
        );

    [Theory]
    [InlineData("""{"id":"1","title":"t","pages":3,"copies":4,"<<":"a name"}""")]
    public async Task A_merged_schema_has_the_members_of_both(string json) =>
        Assert.Equal(json, await Sample.RoundTripAsync("yaml-merge", "Book", json));
}
