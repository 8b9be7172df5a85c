using System.Text;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Generation;
using KoreXo.Simulator.Requests;
using NJsonSchema;

namespace KoreXo.Simulator.Tests.Generation;

/// <summary>Schemas as they are read from a document of any version.</summary>
internal static class AnySchema
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Reads the schema of a response, which may refer to the named ones.</summary>
    /// <param name="schema">The schema, in JSON.</param>
    /// <param name="named">The members of <c>components/schemas</c>, in JSON.</param>
    /// <param name="version">The version of OpenAPI.</param>
    public static async Task<JsonSchema> ReadAsync(string schema, string named = "", string version = "3.0.3")
    {
        var document = $$"""
            {
              "openapi": "{{version}}",
              "info": { "title": "t", "version": "1" },
              "paths": { "/x": { "get": { "operationId": "get", "responses": { "200": { "description": "d", "content": { "application/json": {
                "schema": {{schema}} } } } } } } },
              "components": { "schemas": { {{named}} } }
            }
            """;
        return (await ApiCatalog.LoadOtherAsync(document, CancellationToken.None)).Operations.Single().Answer;
    }

    /// <summary>Returns the values that twenty seeds give, as JSON.</summary>
    public static IReadOnlyList<string> Values(JsonSchema schema) =>
        [.. Enumerable.Range(0, 20).Select(seed => SchemaAnswer.Create(schema, [], $"{seed}", Now)?.ToJsonString() ?? "nothing")];

    public static bool Allows(JsonSchema schema, string json) =>
        SchemaCheck.Faults(schema, SentJson.Parse(Encoding.UTF8.GetBytes(json)).Tree, "") is [];
}
