using System.Text.Json;
using KoreXo;
using KoreXo.Analytics;
using KoreXo.DataTables;

namespace Programs;

/// <summary>Writes models and rows as JSON with any options, and reads them back.</summary>
internal static class JsonOut
{
    public static async Task RunAsync(string[] args)
    {
        var xo = Platform.Connect("data");
        var inserted = await xo.DataTables.InsertRowAsync(
            "Numbers",
            new InsertRowRequest
            {
                Row = new Dictionary<string, JsonAny> { ["A"] = 1, ["B"] = "two" },
            }
        );
        IReadOnlyDictionary<string, JsonAny>? row = null;
        await foreach (var one in xo.DataTables.ListRowsAsync("Numbers", new ListRowsRequest()))
        {
            row = one;
        }

        Show("model", inserted, JsonSerializerOptions.Default);
        Show("model, web", inserted, JsonSerializerOptions.Web);
        Show("row", row, JsonSerializerOptions.Default);
        Show("row, web", row, JsonSerializerOptions.Web);
        Console.WriteLine($"ToString: {new Session { SessionId = "s-1" }}");
    }

    private static void Show<T>(string what, T value, JsonSerializerOptions options)
    {
        var json = JsonSerializer.Serialize(value, options);
        var again = JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(json, options), options);
        Console.WriteLine($"{what}: {json.Contains("\"A\":1", StringComparison.Ordinal)} {json == again}");
    }
}
