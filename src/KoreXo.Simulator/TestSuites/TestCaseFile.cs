using System.Text.Json;

namespace KoreXo.Simulator.TestSuites;

/// <summary>
/// Reads the user input from an uploaded file with test cases. The format of such files is not documented for the API: in JSON, each object
/// with an <c>input</c> or <c>utterance</c> is a case; in any other format, each line.
/// </summary>
internal static class TestCaseFile
{
    private static readonly string[] InputNames = ["input", "utterance"];

    public static IReadOnlyList<string> Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var cases = new List<string>();
            Gather(document.RootElement, cases);
            return cases;
        }
        catch (JsonException)
        {
            return
            [
                .. System
                    .Text.Encoding.UTF8.GetString(content.Span)
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            ];
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
