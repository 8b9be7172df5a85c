using KoreXo.Simulator.Behaviors.Documented;
using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>Which paths and schemas make a resource, and what is missing where they do not.</summary>
public sealed class ResourceInferenceTests
{
    private const string Item = """{"type":"object","properties":{"id":{"type":"string"},"name":{"type":"string"}}}""";
    private const string Other = """{"type":"object","properties":{"text":{"type":"string"}}}""";
    private const string Names = """{"type":"array","items":{"type":"string"}}""";
    private const string List = $$"""{"type":"array","items":{{Item}}}""";

    [Theory]
    [InlineData("get /x/{id} 200 " + Item, "nothing creates what is at /x/{id}")]
    [InlineData("post /x 201 - " + Item + "|get /x/{id} 200", "no response has the resource as an object")]
    [InlineData("post /x 200 - " + Item + "|get /x/{id} 200 " + Item, "the response of post_x does not say which 'id' was created", true)]
    [InlineData("post /x 200 " + Other + "|get /x/{id} 200 " + Item, "the response of post_x does not say which 'id' was created")]
    [InlineData("post /x 200 " + Other + "|get /x/{id} 200 " + Other, "no member of the resource is the 'id' of its path")]
    [InlineData("post /x 200 " + Item + "|patch /y/{id} 200 " + Item, "nothing creates what is at /y/{id}")]
    public async Task What_is_missing_is_said(string operations, string reason, bool isPossible = false)
    {
        var (inference, catalog) = await InferAsync(operations);

        Assert.Equal(isPossible, inference.Resources.Count > 0);
        if (!isPossible)
        {
            var last = catalog.Operations.Last();
            Assert.Equal(reason, inference.ReasonFor(last));
        }
    }

    [Theory]
    [InlineData("post /x 200 " + Item + "|get /x/{id} 200 " + Item, "Create Get")]
    [InlineData("post /x 201|get /x/{id} 200 " + Item, "Create Get")]
    [InlineData("post /x 200 " + Item + "|get /x 200 " + List + "|delete /x/{id} 204", "Create List Delete")]
    [InlineData("post /x 200 " + Item + "|put /x/{id} 200 " + Item + " " + Item, "Create Update")]
    [InlineData("post /x 200 " + Item + "|post /x/{id} 200 " + Item + " " + Item, "Create Update")]
    [InlineData(
        "post /x 200 " + Item + "|post /x/{id} 200 " + Item + " " + Item + "|patch /x/{id} 200 " + Item + " " + Item,
        "Create None Update"
    )]
    [InlineData("post /x 200 " + Item + "|put /x 200 " + Item + " " + Item + "|get /x/{id} 200 " + Item, "Create Update Get")]
    [InlineData("post /x 200 " + Item + "|put /x 200 " + Item + " " + Other + "|get /x/{id} 200 " + Item, "Create None Get")]
    [InlineData("put /x/{id} 201 " + Item + " " + Item + "|get /x/{id} 200 " + Item, "Update Get")]
    [InlineData("put /x/{id} 200 " + Item + " " + Item + "|get /x/{id} 200 " + Item, "None None")]
    [InlineData("post /x 200 " + Item + "|get /x 200 " + Item + "|get /x/{id} 200 " + Item, "Create None Get")]
    [InlineData("post /x 200 " + Item + "|get /x/{id} 200 " + List, "None None")]
    [InlineData("post /x 200 " + Item + "|head /x/{id} 200|get /x/{id} 200 " + Item, "Create None Get")]
    [InlineData("post /x/{id}/y 200 " + Item + "|get /x/{id}/y/{other} 200 " + Item, "Create Get")]
    [InlineData("post /x 200 " + Item + "|delete /x/{id} 204", "Create Delete")]
    [InlineData("post /x 200 " + Item, "None")]
    [InlineData("post /x 200 " + Item + "|get /x 200 " + Names + "|get /x/{id} 200 " + Item, "Create None Get")]
    [InlineData("post /x/{id} 200 " + Item + "|get /{x} 200 " + Item, "None None")]
    public async Task Each_operation_has_the_effect_of_its_method_and_schemas(string operations, string effects)
    {
        var (inference, catalog) = await InferAsync(operations);
        var known = inference.Resources.SelectMany(resource => resource.Effects).ToDictionary();

        Assert.Equal(
            effects,
            string.Join(' ', catalog.Operations.Select(operation => known.GetValueOrDefault(operation, SimulatedEffect.None)))
        );
    }

    [Fact]
    public async Task A_resource_knows_its_place_and_its_id()
    {
        var (inference, _) = await InferAsync(
            "post /x 200 " + Item + "|get /x/{id} 200 " + Item + "|post /x/{x_id}/y 200 " + Item + "|get /x/{x_id}/y/{y_name} 200 " + Item
        );

        Assert.Equal(
            [("/x", "/x", "id"), ("/x/{}/y", "/x/{x_id}/y", "name")],
            inference.Resources.Select(resource => (resource.Collection.Key, resource.Path, resource.IdMember))
        );
    }

    [Fact]
    public async Task An_operation_on_neither_a_collection_nor_an_item_has_no_reason()
    {
        var (inference, catalog) = await InferAsync("get /health 200 " + Other);

        Assert.Null(inference.ReasonFor(catalog.Operations.Single()));
    }

    [Fact]
    public async Task Of_two_operations_of_one_place_each_keeps_its_own_names()
    {
        var (inference, _) = await InferAsync("post /x 200 " + Item + "|get /x/{id} 200 " + Item + "|delete /x/{other} 204");

        Assert.Equal(
            ["id", "other"],
            inference.Resources.Single().Effects.Keys.Skip(1).Select(operation => ResourcePath.From(operation.Path)!.Names[^1])
        );
    }

    /// <summary>Reads operations, each with its method, path, status, and the schemas of its response and its body.</summary>
    private static async Task<(ResourceInference Inference, ApiCatalog Catalog)> InferAsync(string operations)
    {
        var paths = operations
            .Split('|')
            .Select(text => text.Split(' '))
            .GroupBy(parts => parts[1], StringComparer.Ordinal)
            .Select(path =>
                $$"""
                    "{{path.Key}}":{{{string.Join(',', path.Select(Operation))}}}
                    """
            );
        var document = $$$"""{"openapi":"3.0.3","info":{"title":"t","version":"1"},"paths":{{{{string.Join(',', paths)}}}}}""";
        var catalog = await ApiCatalog.LoadOtherAsync(document, CancellationToken.None);
        return (new ResourceInference(catalog.Operations), catalog);
    }

    private static string Operation(string[] parts) =>
        $$$"""
            "{{{parts[0]}}}":{
              "operationId":"{{{parts[0]}}}{{{parts[1].Replace('/', '_')}}}",
              "parameters":[{{{Parameters(parts[1])}}}],
              {{{(parts.Length > 4 ? "\"requestBody\":" + Content(parts[4]) + "," : "")}}}
              "responses":{"{{{parts[2]}}}":{{{(parts.Length > 3 && parts[3] != "-" ? Content(parts[3]) : """{"description":"d"}""")}}}}
            }
            """;

    private static string Parameters(string path) =>
        string.Join(
            ',',
            path.Split('/')
                .Where(segment => segment.StartsWith('{'))
                .Select(segment => $$"""{"name":"{{segment[1..^1]}}","in":"path","required":true,"schema":""" + """{"type":"string"}}""")
        );

    private static string Content(string schema) => """{"description":"d","content":{"application/json":{"schema":""" + schema + "}}}";
}
