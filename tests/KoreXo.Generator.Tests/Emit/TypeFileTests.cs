using System.Globalization;
using KoreXo.Testing.Generators;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>The files that the types of a document are emitted into.</summary>
public sealed class TypeFileTests
{
    [Fact]
    public void The_types_of_a_small_document_are_in_one_file() =>
        Assert.Equal(
            ["Sample.Client.g.cs", "Sample.Json.g.cs", "Sample.Models.g.cs", "Sample.Operations.g.cs", "Sample.Registration.g.cs"],
            Sample.Run(Large(types: 3)).Files.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Types_of_a_large_document_are_in_the_file_of_the_only_tag_that_uses_them()
    {
        var run = Sample.Run(Large(types: 50));

        Assert.Contains("class Order\n", run.Source("Sample.Models-Orders.g.cs"), StringComparison.Ordinal);
        Assert.Contains("class ListOrdersOptions\n", run.Source("Sample.Models-Orders.g.cs"), StringComparison.Ordinal);
        Assert.Contains("class Order : ", run.Source("Sample.Json-Orders.g.cs"), StringComparison.Ordinal);
        Assert.Contains("class Thing49\n", run.Source("Sample.Models-SmallThings.g.cs"), StringComparison.Ordinal);
        Assert.Contains("class Address\n", run.Source("Sample.Models.g.cs"), StringComparison.Ordinal);
        Assert.Contains("class City\n", run.Source("Sample.Models.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_that_are_the_same_name_are_one_file() =>
        Assert.Equal(
            ["Sample.Models-Orders.g.cs", "Sample.Models-SmallThings.g.cs", "Sample.Models.g.cs"],
            Sample
                .Run(Large(types: 50))
                .Files.Where(static file => file.Contains(".Models", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_tag_may_be_named_like_a_file_of_another_document()
    {
        var other = Large(types: 1).With("Namespace", "Sample.Models").With("ClientName", "ModelsClient");

        var run = Sample.Run(Large(types: 50, tag: "Client"), other);

        Assert.Null(run.Result.Exception);
        Assert.Contains("class Order\n", run.Source("Sample.Models-Client.g.cs"), StringComparison.Ordinal);
        Assert.Contains("class ModelsClient", run.Source("Sample.Models.Client.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_document_compiles() => Assert.NotEmpty(EmittedCode.CompileForTests(Sample.Run(Large(types: 50)).Compilation));

    // An order and each thing have an address, which has a city. The tag of one thing differs from those of the others in spelling only.
    private static TestDocument Large(int types, string tag = "Orders")
    {
        var numbers = Enumerable.Range(0, types).Select(static number => number.ToString(CultureInfo.InvariantCulture)).ToList();
        return Sample.Client(
            $$"""
            openapi: 3.0.3
            info: { title: Sample, version: "1" }
            paths:
              {{Path("/orders", "listOrders", tag, "Order")}}
              {{string.Join(
                "\n  ",
                numbers.Select(static number =>
                    Path("/things/" + number, "getThing" + number, number == "1" ? "small-things" : "Small Things", "Thing" + number)
                )
            )}}
            components:
              schemas:
                {{string.Join("\n    ", numbers.Select(static number => Schema("Thing" + number, "Address")))}}
                {{Schema("Order", "Address")}}
                {{Schema("Address", "City")}}
                City: { type: object, properties: { name: { type: string } } }
            """
        );
    }

    private static string Path(string path, string id, string tag, string type) =>
        $$"""
            {{path}}: { get: { operationId: {{id}}, tags: [{{tag}}], parameters: [{ name: limit, in: query, schema: { type: integer } }], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/{{type}}' } } } } } } }
            """;

    private static string Schema(string name, string part) =>
        $$"""{{name}}: { type: object, properties: { part: { $ref: '#/components/schemas/{{part}}' } } }""";
}
