using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Cli.Reports;

namespace KoreXo.Cli.Specs.Comparing;

/// <summary>Writes changes as JSON, for programs. Members are only ever added.</summary>
internal static class DiffJson
{
    public static string Write(SpecDiff diff) =>
        JsonText.Write(
            new JsonObject
            {
                ["old"] = diff.Old,
                ["new"] = diff.New,
                ["breaking"] = diff.IsBreaking,
                ["scopes"] = diff.ChangesScopes,
                ["version"] = diff.Version ?? "none",
                ["changes"] = new JsonArray([.. diff.Changes.Select(Change)]),
            }
        );

    private static JsonObject Change(SpecChange change) =>
        new()
        {
            ["document"] = change.Document,
            ["kind"] = Name(change.Kind),
            ["subject"] = change.Subject,
            ["change"] = change.What,
            ["impact"] = Name(change.Impact),
            ["breaking"] = change.IsBreaking,
            ["scopes"] = change.IsScopeChange,
            ["effect"] = change.Effect,
            ["members"] = new JsonArray([.. change.Members.Select(static member => JsonValue.Create(member))]),
            ["place"] = change.Place is { } place
                ? new JsonObject
                {
                    ["file"] = place.File,
                    ["line"] = place.Line,
                    ["pointer"] = place.Pointer,
                }
                : null,
        };

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
