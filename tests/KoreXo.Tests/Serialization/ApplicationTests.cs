using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Analytics;
using KoreXo.BotDefinition;

namespace KoreXo.Tests.Serialization;

/// <summary>Types of an application that hold ours.</summary>
public sealed class ApplicationTests
{
    public static TheoryData<string> Options => ["default", "web", "context"];

    [Theory]
    [MemberData(nameof(Options))]
    public void Everything_in_a_type_of_the_application_comes_back(string name)
    {
        var options = PlainOptions.All[name];

        var json = JsonSerializer.Serialize(ApplicationData.Example, options);
        var read = JsonSerializer.Deserialize<ApplicationData>(json, options)!;

        Assert.Equal("s-1", read.Session!.SessionId);
        Assert.Equal("""{"a":[1,2]}""", read.Session.ExtensionData["later"].GetRawText());
        Assert.Equal(ApplicationData.Example.Rows[0], read.Rows[0]);
        Assert.Equal(ApplicationData.Example.Cell, read.Cell);
        Assert.Null(read.Nothing);
        Assert.Equal(["a", "b"], Assert.IsType<LlmTaskFilter.TextList>(read.Union).Value);
        Assert.Equal("one", read.Case!.Value);
        Assert.Equal((BotExportType.Published, null), (read.Kind, read.NoKind));
        Assert.Equal(ApplicationData.Example.Counts, read.Counts);
        Assert.Equal(("s-2", "c", 7L), (read.Page!.Items[0].SessionId, read.Page.Continuation, read.Page.Total));
        Assert.Equal(ApplicationData.Example.Progress, read.Progress);
        Assert.Equal(ApplicationData.Example.RateLimit!.Windows, read.RateLimit!.Windows);
        Assert.Equal("req-1", read.Details!.RequestId);
        Assert.Equal((10, 20L), (read.Options!.Limit, read.Options.Offset));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonSerializer.SerializeToNode(read, options)), json);
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void A_union_is_read_and_written_by_its_own_type_and_by_that_of_its_case(string name)
    {
        var options = PlainOptions.All[name];
        const string Json = """["a","b"]""";

        Assert.Equal(Json, JsonSerializer.Serialize<LlmTaskFilter>(new LlmTaskFilter.TextList(["a", "b"]), options));
        Assert.Equal(Json, JsonSerializer.Serialize(new LlmTaskFilter.TextList(["a", "b"]), options));
        Assert.IsType<LlmTaskFilter.TextList>(JsonSerializer.Deserialize<LlmTaskFilter>(Json, options));
        Assert.Equal(["a", "b"], JsonSerializer.Deserialize<LlmTaskFilter.TextList>(Json, options)!.Value);
    }

    [Fact]
    public void A_case_that_is_another_one_says_so()
    {
        var exception = Assert.ThrowsAny<JsonException>(() =>
            JsonSerializer.Deserialize<LlmTaskFilter.TextList>("\"a\"", PlainOptions.Web)
        );

        Assert.StartsWith("Expected an array, found a string.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_null_string_is_no_value()
    {
        string? none = null;
        BotExportType? nullable = none;

        Assert.Null(nullable);
        Assert.Equal(default, (BotExportType)none!);
        Assert.Null(new BotExportStatus { ExportType = none }.ExportType);
    }
}
