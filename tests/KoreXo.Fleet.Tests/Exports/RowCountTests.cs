using System.Text.Json;
using KoreXo.Simulator;

namespace KoreXo.Fleet.Tests.Exports;

/// <summary>The counter that the exports are judged by.</summary>
public sealed class RowCountTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("korexo-export-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Lost_doubled_and_strange_rows_are_counted()
    {
        await using var platform = await XoSimulator.StartAsync();
        var sessions = platform.SeedSessions(platform.AddBot("Travel"), 4, new SessionSeed { MessagesPerSession = 1 });
        await WriteAsync("1.sessions.jsonl", [sessions[0].Id, sessions[1].Id, sessions[1].Id, "no session"], "sessionId");
        await WriteAsync("2.sessions.jsonl", [sessions[0].Id, sessions[2].Id], "sessionId");
        await WriteAsync("1.messages.jsonl", sessions.Select(static session => session.Messages[0].Id), "_id");
        Assert.Equal(new RowCount(Expected: 8, Lost: 1, Doubled: 2, Strange: 1), RowCount.Create(_folder, platform));
    }

    [Fact]
    public async Task A_file_that_ends_within_a_row_is_an_error()
    {
        await using var platform = await XoSimulator.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "1.sessions.jsonl"), "{\"sessionId\":\"1\"}\n{\"sess");
        Assert.ThrowsAny<JsonException>(() => RowCount.Create(_folder, platform));
    }

    // The id is not the first member, and one within another object is none.
    private Task WriteAsync(string file, IEnumerable<string> ids, string property) =>
        File.WriteAllLinesAsync(
            Path.Combine(_folder, file),
            ids.Select(id => $$"""{"tags":[{"{{property}}":"other" }],"{{property}}":"{{id}}","more":{"{{property}}":"other" } }""")
        );
}
