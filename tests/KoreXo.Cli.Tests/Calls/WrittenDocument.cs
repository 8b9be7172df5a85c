using KoreXo.Cli.Calls.Documents;
using KoreXo.Generator.Binding;
using KoreXo.Generator.Options;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>A document that a test writes out, with one operation.</summary>
internal static class WrittenDocument
{
    /// <summary>Reads the document whose only operation is the given one.</summary>
    public static CallOperation Operation(string operation, string schemas = "", string path = "/things/{id}", string verb = "post") =>
        Assert.Single(
            Read(
                $$"""
                openapi: 3.0.3
                info: { title: Things, version: "1" }
                x-known-scopes: [{ name: "things:read" }, { name: "things:write" }]
                paths:
                  {{path}}:
                    {{verb}}:
                {{Indented(operation, 6)}}
                components:
                  schemas:
                    Thing: { type: object, properties: { id: { type: string } } }
                {{Indented(schemas, 4)}}
                """
            ).Operations
        );

    public static CallDocument Read(string text)
    {
        var parsed = SpecParser.Parse("things.yaml", text, new DocumentOptions(null, "ThingsClient", null, default, default, ""), default);
        Assert.Empty(parsed.Problems);
        return new CallDocument("", "things.yaml", text, default, parsed.Model!);
    }

    private static string Indented(string text, int by) => string.Join('\n', text.Split('\n').Select(line => new string(' ', by) + line));
}
