using System.Text.Json.Nodes;
using KoreXo.Admin;
using KoreXo.Analytics;
using KoreXo.DataTables;
using KoreXo.OpenApi.Text;
using KoreXo.Tests.Catalog;
using KoreXo.Tests.Models;
using KoreXo.Tests.Wire;

namespace KoreXo.Tests.Serialization;

/// <summary>What models look like where they are printed or logged.</summary>
public sealed class ModelTextTests
{
    public static TheoryData<string, string> Models => ModelRoundTripTests.Models;

    [Fact]
    public void An_empty_model_is_an_empty_object() => Assert.Equal("{}", new FoundIntent().ToString());

    [Fact]
    public void A_model_is_its_json_in_one_line() =>
        Assert.Equal("""{"sessionId":"it's <s>"}""", new Session { SessionId = "it's <s>" }.ToString());

    [Fact]
    public void A_union_is_its_json() => Assert.Equal("""["a","b"]""", new LlmTaskFilter.TextList(["a", "b"]).ToString());

    [Fact]
    public void A_secret_is_masked_and_what_stands_beside_it_is_not()
    {
        var app = Json.Read<BotJwtApp>("""{"clientId":"cs-1","clientSecret":"hidden"}""", AdminJson.Resolver);

        Assert.Equal("""{"clientId":"cs-1","clientSecret":"***"}""", app.ToString());
    }

    [Fact]
    public void A_secret_within_another_model_is_masked()
    {
        var request = new DeleteRowsRequest
        {
            Query = new()
            {
                Operator = DataFilterOperator.And,
                Expressions =
                [
                    new()
                    {
                        Field = "Name",
                        Operand = DataComparison.EqualTo,
                        Value = "hidden",
                    },
                ],
            },
        };

        Assert.Equal("""{"query":{"expressions":[{"field":"Name","operand":"=","value":"***"}],"operator":"and"}}""", request.ToString());
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_sensitive_members_of_each_model_are_masked_and_no_others(string document, string model)
    {
        var root = SpecDocuments.All[document];
        var schema = root["components"]!["schemas"]![model]!;
        if (schema["properties"] is not { } properties || SchemaExample.Maximal(root, schema) is not JsonObject example)
        {
            return;
        }

        var text = Json.Read(example.ToJsonString(), Area.Of(document).Model(model)!, Area.Of(document).Resolver).ToString();
        if (JsonNode.Parse(text!) is JsonObject shown && shown.Count == example.Count)
        {
            var masked = shown
                .Where(static member => member.Value is JsonValue value && value.ToString() == "***")
                .Select(static member => member.Key);
            Assert.Equal(
                properties.Names.Where(name => IsSensitive(properties[name]!) && example.ContainsKey(name)).Order(StringComparer.Ordinal),
                masked.Order(StringComparer.Ordinal)
            );
        }
        else
        {
            Assert.Fail($"Read  {example.ToJsonString()}\nshown {text}");
        }
    }

    private static bool IsSensitive(SpecNode schema) => schema["x-sensitive"]?.Text == "true";
}
