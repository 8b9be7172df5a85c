using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Tests.Catalog;
using KoreXo.Tests.Models;

namespace KoreXo.Tests.Serialization;

/// <summary>Every model through the serializer as an application calls it: without a word about this SDK.</summary>
public sealed class PlainSerializerTests
{
    public static TheoryData<string, string> Models => ModelRoundTripTests.Models;

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_comes_back_by_default_options(string document, string model) => AssertComesBack(document, model, PlainOptions.Default);

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_comes_back_by_web_options(string document, string model) => AssertComesBack(document, model, PlainOptions.Web);

    private static void AssertComesBack(string document, string model, JsonSerializerOptions options)
    {
        var type = Area.Of(document).Model(model)!;
        var root = SpecDocuments.All[document];
        var json = SchemaExample.Maximal(root, root["components"]!["schemas"]![model]!)?.ToJsonString() ?? "null";

        var written = JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type, options), type, options);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), $"Read    {json}\nwritten {written}");
    }
}
