using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KoreXo.Cli.Specs.Comparing;

namespace KoreXo.Cli.Specs.Reports;

/// <summary>The changes as JSON, for programs.</summary>
internal static class JsonReport
{
    public static string Write(SpecDiff diff)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("old", diff.Old);
            writer.WriteString("new", diff.New);
            writer.WriteBoolean("breaking", diff.IsBreaking);
            writer.WriteBoolean("scopes", diff.ChangesScopes);
            writer.WriteString("version", diff.Version ?? "none");
            writer.WriteStartArray("changes");
            foreach (var change in diff.Changes)
            {
                Write(writer, change);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, SpecChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("document", change.Document);
        writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(change.Kind.ToString()));
        writer.WriteString("subject", change.Subject);
        writer.WriteString("change", change.What);
        writer.WriteString("impact", JsonNamingPolicy.CamelCase.ConvertName(change.Impact.ToString()));
        writer.WriteBoolean("breaking", change.IsBreaking);
        writer.WriteBoolean("scopes", change.IsScopeChange);
        writer.WriteString("effect", change.Effect);
        writer.WriteStartArray("members");
        foreach (var member in change.Members)
        {
            writer.WriteStringValue(member);
        }

        writer.WriteEndArray();
        if (change.Place is { } place)
        {
            writer.WriteStartObject("place");
            writer.WriteString("file", place.File);
            writer.WriteNumber("line", place.Line);
            writer.WriteString("pointer", place.Pointer);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
