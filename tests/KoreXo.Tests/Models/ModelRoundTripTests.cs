using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using KoreXo.OpenApi.Text;
using KoreXo.Tests.Catalog;
using KoreXo.Tests.Wire;

namespace KoreXo.Tests.Models;

/// <summary>Every model of every document, read and written back.</summary>
public sealed class ModelRoundTripTests
{
    public static TheoryData<string, string> Models
    {
        get
        {
            var models = new TheoryData<string, string>();
            foreach (var area in Area.All)
            {
                foreach (var name in SpecDocuments.All[area.Document]["components"]!["schemas"]!.Names.Where(name => HasJson(area, name)))
                {
                    models.Add(area.Document, name);
                }
            }

            return models;
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_minimal_example_comes_back(string document, string model) => AssertRoundTrip(document, model, SchemaExample.Minimal);

    [Theory]
    [MemberData(nameof(Models))]
    public void A_maximal_example_comes_back(string document, string model) => AssertRoundTrip(document, model, SchemaExample.Maximal);

    [Theory]
    [MemberData(nameof(Models))]
    public void Any_value_of_the_schema_comes_back(string document, string model) =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed => AssertRoundTrip(document, model, (root, schema) => SchemaExample.Any(root, schema, seed))
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    /// <summary>A component that is an alias, or the parts of a form, has no type or no JSON of its own.</summary>
    internal static bool HasJson(Area area, string name) =>
        area.Model(name) is { } type
        && type.GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonConverterAttribute), inherit: false).Length > 0;

    private static void AssertRoundTrip(string document, string model, Func<SpecNode, SpecNode, JsonNode?> example)
    {
        var area = Area.Of(document);
        var root = SpecDocuments.All[document];
        var json = example(root, root["components"]!["schemas"]![model]!)?.ToJsonString() ?? "null";

        var value = Json.Read(json, area.Model(model)!, area.Resolver);
        var written = Json.Write(value, area.Model(model)!, area.Resolver);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), $"Read    {json}\nwritten {written}");
    }
}
