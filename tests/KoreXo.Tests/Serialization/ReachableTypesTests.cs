using System.Text.Json;
using System.Text.Json.Nodes;

namespace KoreXo.Tests.Serialization;

/// <summary>Every type that a member of a client takes or returns, built by an application and given to the serializer.</summary>
public sealed class ReachableTypesTests
{
    public static TheoryData<string> Types => [.. ReachableTypes.All.Select(static type => type.ToString()).Order(StringComparer.Ordinal)];

    [Fact]
    public void All_kinds_of_types_are_found()
    {
        Type[] some =
        [
            typeof(Analytics.Session),
            typeof(Analytics.LlmTaskFilter),
            typeof(Analytics.LlmTaskFilter.Unknown),
            typeof(BotDefinition.BotExportType),
            typeof(DataTables.DataRow),
            typeof(DataTables.ListRowsOptions),
            typeof(JsonAny),
            typeof(JobProgress),
            typeof(JobPolling),
            typeof(Page<Analytics.Session>),
            typeof(RateLimitState),
            typeof(ResponseDetails),
        ];

        Assert.Empty(some.Except(ReachableTypes.All));
        Assert.True(ReachableTypes.All.Count > 500, $"{ReachableTypes.All.Count} types");
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_value_comes_back(string name)
    {
        var type = ReachableTypes.All.Single(type => type.ToString() == name);
        var value = Sample.Create(type);
        foreach (var options in new[] { PlainOptions.Default, PlainOptions.Web })
        {
            var json = JsonSerializer.Serialize(value, type, options);
            var read = JsonSerializer.Deserialize(json, type, options);

            Assert.NotEqual("{}", json);
            Assert.True(
                JsonNode.DeepEquals(JsonNode.Parse(json), JsonSerializer.SerializeToNode(read, type, options)),
                $"Written {json}\nagain   {JsonSerializer.Serialize(read, type, options)}"
            );
        }
    }
}
