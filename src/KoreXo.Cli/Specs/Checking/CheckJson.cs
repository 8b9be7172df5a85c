using System.Text.Json.Nodes;
using KoreXo.Cli.Reports;

namespace KoreXo.Cli.Specs.Checking;

/// <summary>Writes the differences between two readers as JSON, for programs. Members are only ever added.</summary>
internal static class CheckJson
{
    public static string Write(SpecCheck check) =>
        JsonText.Write(
            new JsonObject
            {
                ["file"] = check.File,
                ["compared"] = check.Facts,
                ["agree"] = !check.Unexplained.Any(),
                ["disagreements"] = new JsonArray([.. check.Disagreements.Select(Item)]),
            }
        );

    private static JsonObject Item(Disagreement item) =>
        new()
        {
            ["subject"] = item.Subject,
            ["korexo"] = item.Own,
            ["nswag"] = item.Other,
            ["reason"] = item.Reason,
            ["place"] = new JsonObject
            {
                ["file"] = item.Place.File,
                ["line"] = item.Place.Line,
                ["pointer"] = item.Place.Pointer,
            },
        };
}
