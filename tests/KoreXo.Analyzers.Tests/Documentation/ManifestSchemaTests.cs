using System.Reflection;
using System.Text;
using System.Text.Json;
using KoreXo.Analyzers.Tests.Testing;

namespace KoreXo.Analyzers.Tests.Documentation;

/// <summary>
/// The schema lets editors complete a manifest; the scopes it offers are those of the documents in <c>spec/</c>, as they were emitted.
/// </summary>
public sealed class ManifestSchemaTests
{
    private const string File = "docs/schemas/scopes.schema.json";

    [Fact]
    public void Schema_is_up_to_date()
    {
        var expected = Write();
        if (Environment.GetEnvironmentVariable("KOREXO_ACCEPT") == "1")
        {
            System.IO.File.WriteAllText(RepositoryFiles.PathOf(File), expected);
        }

        Assert.True(
            System.IO.File.Exists(RepositoryFiles.PathOf(File)) && RepositoryFiles.Read(File) == expected,
            $"{File} is not what spec/ says; accept the schema and commit it: KOREXO_ACCEPT=1 dotnet test tests/KoreXo.Analyzers.Tests --filter ManifestSchema"
        );
    }

    [Fact]
    public void Schema_is_JSON_and_offers_every_scope()
    {
        using var schema = JsonDocument.Parse(RepositoryFiles.Read(File));

        var offered = schema.RootElement.GetProperty("definitions").GetProperty("scope").GetProperty("anyOf")[0].GetProperty("enum");
        Assert.Equal(Scopes(), offered.EnumerateArray().Select(static scope => scope.GetString()!));
        Assert.NotEmpty(Scopes());
    }

    private static IReadOnlyList<string> Scopes() =>
        [
            .. typeof(KoreXoClient)
                .Assembly.GetCustomAttributes<KnownScopeAttribute>()
                .Select(static scope => scope.Name)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private static string Write()
    {
        var scopes = new StringBuilder().AppendJoin(",\n", Scopes().Select(static scope => $"            {Json.JsonText.Quote(scope)}"));
        return $$"""
                {
                  "$schema": "http://json-schema.org/draft-07/schema#",
                  "$id": "https://raw.githubusercontent.com/korexo/korexo/main/docs/schemas/scopes.schema.json",
                  "title": "KoreXo scope manifest",
                  "description": "The scopes that one deployed app was granted.",
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "$schema": {
                      "type": "string"
                    },
                    "app": {
                      "type": "string",
                      "minLength": 1,
                      "description": "The name of the app. Default: the name of the file."
                    },
                    "credentials": {
                      "type": "object",
                      "description": "The scopes by kind of credential: platform (app-level JWT app), admin (Admin Console app), data (data-table app). Each is a list, or an object with a list for each resource, such as each data table, and for every one under \"*\".",
                      "properties": {
                        "platform": {
                          "$ref": "#/definitions/grants"
                        },
                        "admin": {
                          "$ref": "#/definitions/grants"
                        },
                        "data": {
                          "$ref": "#/definitions/grants"
                        }
                      },
                      "additionalProperties": {
                        "$ref": "#/definitions/grants"
                      }
                    },
                    "scopes": {
                      "$ref": "#/definitions/scopes",
                      "description": "The scopes of one credential that fits every kind."
                    },
                    "reserved": {
                      "$ref": "#/definitions/scopes",
                      "description": "Scopes that are granted on purpose although no code requires them."
                    }
                  },
                  "definitions": {
                    "grants": {
                      "anyOf": [
                        {
                          "$ref": "#/definitions/scopes"
                        },
                        {
                          "type": "object",
                          "propertyNames": {
                            "minLength": 1
                          },
                          "properties": {
                            "*": {
                              "$ref": "#/definitions/scopes",
                              "description": "The scopes that are granted on every resource."
                            }
                          },
                          "additionalProperties": {
                            "$ref": "#/definitions/scopes"
                          }
                        }
                      ]
                    },
                    "scopes": {
                      "type": "array",
                      "items": {
                        "$ref": "#/definitions/scope"
                      },
                      "uniqueItems": true
                    },
                    "scope": {
                      "anyOf": [
                        {
                          "enum": [

                """
            + scopes.ToString()
            + """

                          ]
                        },
                        {
                          "type": "string",
                          "minLength": 1
                        }
                      ]
                    }
                  }
                }

                """;
    }
}
