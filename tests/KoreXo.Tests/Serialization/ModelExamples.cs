using KoreXo.Tests.Catalog;
using KoreXo.Tests.Models;

namespace KoreXo.Tests.Serialization;

/// <summary>JSON of every model of every document: with required members only, with all of them, and with some that chance picks.</summary>
internal static class ModelExamples
{
    public static IReadOnlyList<(Type Type, IReadOnlyList<string> Json)> All { get; } =
    [
        .. from area in Area.All
        let root = SpecDocuments.All[area.Document]
        from name in root["components"]!["schemas"]!.Names
        where ModelRoundTripTests.HasJson(area, name)
        let schema = root["components"]!["schemas"]![name]!
        select (
            area.Model(name)!,
            (IReadOnlyList<string>)
                [
                    SchemaExample.Minimal(root, schema)?.ToJsonString() ?? "null",
                    SchemaExample.Maximal(root, schema)?.ToJsonString() ?? "null",
                    .. Enumerable.Range(1, 5).Select(seed => SchemaExample.Any(root, schema, seed)?.ToJsonString() ?? "null"),
                ]
        ),
    ];

    /// <summary>The examples that are no null, by the names of the types: for tests that show each type on its own.</summary>
    public static TheoryData<string> Names => [.. All.Select(static model => model.Type.FullName!)];

    public static (Type Type, IReadOnlyList<string> Json) Of(string name)
    {
        var (type, json) = All.First(model => model.Type.FullName == name);
        return (type, [.. json.Where(static text => text != "null")]);
    }
}
