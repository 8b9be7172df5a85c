using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using KoreXo.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>No text of a document becomes code, wherever it stands.</summary>
public sealed class HostileTextTests
{
    private const string Marker = "Injected";

    /// <summary>Each tries to leave a string, a comment, an identifier or a line, and to declare something.</summary>
    public static TheoryData<string> Texts =>
        [
            "\"; class Injected { } //",
            "\\\"; class Injected { } //",
            "*/ class Injected { } /*",
            "\"\"\" class Injected { } \"\"\"",
            "{Injected()} {{Injected}} {0} }",
            "a\nclass Injected { }",
            "a\r\nclass Injected { }\r\n",
            "a\rclass Injected { }",
            "a\u2028class Injected { }\u2029class Injected { }",
            "a\u0085class Injected { }\u000Bclass Injected { }\u000Cclass Injected { }",
            "\n#if true\nclass Injected { }\n#endif",
            "#pragma warning restore\n#error Injected",
            "</summary><script>Injected</script><summary>",
            "]]> <![CDATA[ &Injected; &#0; <see cref=\"Injected\"/>",
            "\u202Eclass Injected\u202C { }\u2066\u2069\u200B\uFEFF",
            "\0\u0001\u001F\u007F\uFFFE\uFFFF",
            "😀\U000E0041",
            "\\u0022; class Injected { } //",
            "${Injected} %s $(Injected) @(Injected)",
            "global::System.Environment.Exit(1)",
            new string('"', 50),
            new string('x', 5_000),
            " ",
            "\t",
        ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_stays_a_text_wherever_it_stands(string text) => AssertHarmless(text);

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udfff x")]
    [InlineData("a\\ud83d")]
    public void Half_a_surrogate_pair_does_no_harm(string escape) =>
        AssertHarmless(Document("\u0007").Replace("\\u0007", escape, StringComparison.Ordinal), escape);

    [Fact]
    public void Any_text_does_no_harm() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(25),
            Prop.ForAll(
                Gen.ArrayOf(
                        Gen.Frequency(
                            (3, Gen.Elements("\"\\{}/*#<>&;'@$%\r\n\u2028\u0085\u202E\0 ".ToCharArray())),
                            (1, Gen.Choose(0, 0xFFFF).Select(static code => (char)code))
                        )
                    )
                    .Select(static characters => new string(characters))
                    .ToArbitrary(),
                static (string text) => AssertHarmless("x" + text)
            )
        );

    private static void AssertHarmless(string text) => AssertHarmless(Document(text), text);

    private static void AssertHarmless(string document, string text)
    {
        var run = Sample.Run(Sample.Client(document, "sample.json"));
        Assert.Null(run.Result.Exception);
        Assert.True(run.Diagnostics.Count == 0, string.Join('\n', run.Diagnostics));
        Assert.NotEmpty(run.Files);
        EmittedCode.AssertCompiles(run.Compilation);

        foreach (var tree in run.Compilation.SyntaxTrees)
        {
            var root = tree.GetRoot();
            Assert.All(root.DescendantTrivia(), static trivia => Assert.False(trivia.IsDirective && !IsOurs(trivia), trivia.ToString()));
            Assert.All(
                root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>(),
                type => Assert.False(type.Identifier.Text == Marker, text)
            );
            Assert.DoesNotContain(
                tree.ToString(),
                static c => c is '\u2028' or '\u2029' or '\u0085' or '\u202E' or '\u2066' or '\r' or '\0'
            );
        }
    }

    private static bool IsOurs(SyntaxTrivia directive) =>
        directive.IsKind(SyntaxKind.NullableDirectiveTrivia)
        || directive.ToString().StartsWith("#pragma warning disable CS", StringComparison.Ordinal);

    /// <summary>A document with the text in every place that can hold one.</summary>
    private static string Document(string text)
    {
        const string Fixed = """
            {
              "openapi": "3.0.3",
              "info": { "title": "@", "version": "@", "description": "@" },
              "security": [{ "@": ["@"] }],
              "x-known-scopes": [{ "name": "@", "aliases": ["@"], "implies": ["@"] }],
              "x-refusals": [{ "contains": "@", "seconds": 1 }],
              "paths": {
                "/~/{p~}": {
                  "get": {
                    "operationId": "@", "summary": "@", "description": "@", "tags": ["@"], "externalDocs": { "url": "@" },
                    "x-scopes": [{ "credential": "@", "scopes": ["@"] }],
                    "x-rate-limit": { "budget": "@", "by": [{ "in": "path", "name": "p~" }], "limits": [{ "calls": 1, "seconds": 1 }] },
                    "parameters": [
                      { "name": "p~", "in": "path", "required": true, "description": "@", "schema": { "type": "string", "default": "@" } },
                      { "name": "q@", "in": "query", "description": "@", "schema": { "type": "string", "enum": ["@"] } },
                      { "name": "h@", "in": "header", "schema": { "type": "string" } },
                      { "name": "c@", "in": "cookie", "schema": { "type": "array", "items": { "type": "string" } } }
                    ],
                    "responses": { "200": { "description": "@", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/T" } } } } }
                  },
                  "post": {
                    "x-variants": [{ "operationId": "v@", "description": "@", "body": { "@": "@", "b": { "@": ["@"] } } }],
                    "parameters": [{ "name": "p~", "in": "path", "required": true, "schema": { "type": "string" } }],
                    "requestBody": { "description": "@", "required": true, "content": { "multipart/form-data": { "schema": { "type": "object", "required": ["f@"], "properties": { "f@": { "type": "string", "format": "binary" }, "g@": { "type": "boolean" } } } } } },
                    "responses": { "204": { "description": "@" } }
                  },
                  "put": {
                    "operationId": "j@",
                    "parameters": [{ "name": "p~", "in": "path", "required": true, "schema": { "type": "string" } }, { "name": "c@", "in": "cookie", "required": true, "schema": { "type": "array", "items": { "type": "string" } } }],
                    "x-job": { "status": "@", "pass": { "path.p~": "$request.path.p~" }, "state": "/u/@", "running": ["@"], "succeeded": ["@"], "failed": ["@"], "match": { "/u/@": "$response.body#/@" } },
                    "responses": { "204": { "description": "@" } }
                  }
                }
              },
              "components": {
                "securitySchemes": { "@": { "type": "apiKey", "in": "header", "name": "@" } },
                "schemas": {
                  "T": {
                    "type": "object", "description": "@", "title": "@", "required": ["@"],
                    "properties": { "@": { "type": "string", "description": "@" }, "e@": { "type": "string", "description": "@", "x-extensible-enum": ["@", "1@"] }, "u": { "$ref": "#/components/schemas/U" }, "i@": { "type": "object", "properties": { "@": { "type": "integer" } } } },
                    "additionalProperties": { "type": "array", "items": { "type": "object", "properties": { "@": { "type": "string" } } } }
                  },
                  "U": { "description": "@", "oneOf": [{ "type": "object", "required": ["@"], "properties": { "@": { "type": "string", "enum": ["@"] } } }, { "type": "string" }], "discriminator": { "propertyName": "@" } }
                }
              }
            }
            """;
        return Replace(JsonNode.Parse(Fixed)!, text)
            .ToJsonString(
                new JsonSerializerOptions { TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver() }
            );
    }

    private static JsonNode Replace(JsonNode node, string text) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.Select(member => KeyValuePair.Create(Fill(member.Key, text), (JsonNode?)Replace(member.Value!, text)))
            ),
            JsonArray items => new JsonArray([.. items.Select(item => Replace(item!, text))]),
            _ => node.GetValueKind() == JsonValueKind.String ? JsonValue.Create(Fill(node.GetValue<string>(), text)) : node.DeepClone(),
        };

    /// <summary>Braces in a path are parameters, so that there the text goes without.</summary>
    private static string Fill(string place, string text) =>
        place
            .Replace("@", text, StringComparison.Ordinal)
            .Replace(
                "~",
                text.Replace("{", "", StringComparison.Ordinal)
                    .Replace("}", "", StringComparison.Ordinal)
                    .Replace("~", "", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
}
