using System.Text.Json;
using KoreXo.Simulator.Files;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.TestSuites;

/// <summary>
/// Reads the user input from an uploaded file with test cases. The format of such files is not documented for the API: in JSON, each object
/// with an <c>input</c> or <c>utterance</c> is a case; in any other format, each line.
/// </summary>
internal static class TestCaseFile
{
    private static readonly string[] InputNames = ["input", "utterance"];

    /// <exception cref="RefusalException">400: the file is JSON with a string that is not valid Unicode.</exception>
    public static IReadOnlyList<string> Read(ReadOnlyMemory<byte> content, string pointer)
    {
        try
        {
            using var document = JsonDocument.Parse(TextFile.WithoutMark(content));
            var cases = new List<string>();
            Gather(document.RootElement, cases);
            return cases;
        }
        catch (JsonException)
        {
            return TextFile.Lines(content);
        }
        catch (InvalidOperationException)
        {
            throw RefusalException.BadRequest($"The body is not valid at {pointer}: a string in the file is not valid Unicode.");
        }
    }

    private static void Gather(JsonElement value, List<string> cases)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Gather(item, cases);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                if (member.Value.ValueKind == JsonValueKind.String && InputNames.Contains(member.Name, StringComparer.Ordinal))
                {
                    cases.Add(member.Value.GetString()!);
                }

                Gather(member.Value, cases);
            }
        }
    }
}
