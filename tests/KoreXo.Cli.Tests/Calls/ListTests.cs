using System.Text.Json.Nodes;
using KoreXo.Simulator;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>Lists, page by page, in each format.</summary>
public sealed class ListTests
{
    private const int Sessions = 23;

    [Fact]
    public async Task Without_more_the_first_page_is_written_and_how_to_go_on()
    {
        await using var platform = await StartAsync();

        var ended = await ListAsync(platform, "--page-size", "10");

        Assert.Equal(10, JsonNode.Parse(ended.Output)!.AsArray().Count);
        Assert.Contains("--page-all", ended.Error, StringComparison.Ordinal);
        Assert.Single(platform.Simulator.Requests);
    }

    [Fact]
    public async Task All_pages_are_one_array()
    {
        await using var platform = await StartAsync();

        var ended = await ListAsync(platform, "--page-size", "10", "--page-all");

        var ids = JsonNode.Parse(ended.Output)!.AsArray().Select(static session => session!["sessionId"]!.GetValue<string>()).ToList();
        Assert.Equal(Sessions, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal($"{Sessions} items in 3 pages.\n", ended.Error);
    }

    [Fact]
    public async Task A_list_goes_on_after_the_page_of_a_token()
    {
        await using var platform = await StartAsync();
        var first = await ListAsync(platform, "--page-size", "10");
        var token = first.Error.Trim().Split(' ')[^1];

        var rest = await ListAsync(platform, "--page-size", "10", "--continue", token, "--page-all");

        Assert.Equal(Sessions - 10, JsonNode.Parse(rest.Output)!.AsArray().Count);
        Assert.DoesNotContain(FirstId(first), rest.Output, StringComparison.Ordinal);
        static string FirstId(Korexo.Ended ended) => JsonNode.Parse(ended.Output)![0]!["sessionId"]!.GetValue<string>();
    }

    [Fact]
    public async Task A_list_that_breaks_off_says_so_and_where_to_go_on()
    {
        await using var platform = await StartAsync();
        platform.Simulator.Faults = FaultPlan.On("listSessions", 2, Fault.Error(404));

        var ended = await ListAsync(platform, "--page-size", "10", "--page-all", "--output", "jsonl");
        var remark = ended.Error.Split('\n')[0];
        var rest = await ListAsync(platform, "--page-size", "10", "--page-all", "--output", "jsonl", "--continue", remark.Split(' ')[^1]);

        Assert.Equal((1, 10), (ended.ExitCode, ended.Output.Trim().Split('\n').Length));
        Assert.StartsWith("Incomplete: 10 items were written. Continue with --continue ", remark, StringComparison.Ordinal);
        var all = (ended.Output + rest.Output).Trim().Split('\n');
        Assert.Equal((Sessions, Sessions), (all.Length, all.Distinct(StringComparer.Ordinal).Count()));
    }

    [Fact]
    public async Task An_empty_list_is_an_empty_array()
    {
        await using var platform = await CalledPlatform.StartAsync();

        var ended = await ListAsync(platform, "--page-all");

        Assert.Equal("[]", ended.Output.Trim());
    }

    [Fact]
    public async Task JSON_lines_have_one_item_each()
    {
        await using var platform = await StartAsync();

        var ended = await ListAsync(platform, "--page-all", "--output", "jsonl");

        var lines = ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Sessions, lines.Length);
        Assert.All(lines, static line => Assert.NotNull(JsonNode.Parse(line)!["sessionId"]));
    }

    [Fact]
    public async Task Comma_separated_values_lose_nothing()
    {
        await using var platform = await CalledPlatform.StartAsync();
        string[] names = ["Ada", "\"Grace\", the second", "two\nlines"];
        foreach (var name in names)
        {
            await platform.CallAsync([.. new[] { "data-tables", "insert-row", "--table-name", "Contacts", "--data", Row(name) }]);
        }

        var ended = await platform.CallAsync("data-tables", "list-rows", "--table-name", "Contacts", "-o", "csv");

        var records = Records(ended.Output);
        var column = records[0].IndexOf("Name");
        Assert.Equal(names.Order(StringComparer.Ordinal), records.Skip(1).Select(record => record[column]).Order(StringComparer.Ordinal));
        Assert.All(records, record => Assert.Equal(records[0].Count, record.Count));
        static string Row(string name) => new JsonObject { ["Name"] = name }.ToJsonString();
    }

    [Fact]
    public async Task A_table_has_aligned_columns()
    {
        await using var platform = await StartAsync();

        var ended = await ListAsync(platform, "--output", "table");

        var lines = ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Sessions + 1, lines.Length);
        var place = lines[0].IndexOf("sessionId", StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.True(line[place] != ' ' && (place == 0 || line[place - 1] == ' '), line));
    }

    [Fact]
    public async Task A_format_that_does_not_exist_is_refused()
    {
        await using var platform = await StartAsync();

        var ended = await ListAsync(platform, "--output", "xml");

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("must be json, jsonl, csv or table", ended.Error, StringComparison.Ordinal);
        Assert.Empty(platform.Simulator.Requests);
    }

    private static async Task<CalledPlatform> StartAsync()
    {
        var platform = await CalledPlatform.StartAsync();
        platform.Simulator.SeedSessions(platform.Bot, Sessions);
        return platform;
    }

    private static Task<Korexo.Ended> ListAsync(CalledPlatform platform, params string[] more) =>
        platform.CallAsync(["analytics", "list-sessions", "--bot", platform.Bot.Id, .. more]);

    /// <summary>Reads comma-separated values as RFC 4180 describes them.</summary>
    private static List<List<string>> Records(string text)
    {
        var records = new List<List<string>> { new() };
        var (field, quoted) = (new System.Text.StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append(text[i++]);
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && text[i] is ',' or '\n' && !quoted)
            {
                records[^1].Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (text[i] == '\n')
                {
                    records.Add([]);
                }
            }
            else
            {
                field.Append(text[i]);
            }
        }

        records.RemoveAt(records.Count - 1);
        return records;
    }
}
