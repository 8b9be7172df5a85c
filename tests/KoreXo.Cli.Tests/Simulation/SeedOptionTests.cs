namespace KoreXo.Cli.Tests.Simulation;

/// <summary>What the simulator holds is asked for on the command line, by programs that are not written for .NET.</summary>
public sealed class SeedOptionTests
{
    private static readonly string Seed = Path.Combine(AppContext.BaseDirectory, "Simulation", "Seeds", "travel.json");

    [Fact]
    public async Task Without_options_the_bot_that_is_printed_exists()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var bots = await simulator.CallAsync("admin", "GET", "/api/public/bots");

        Assert.Contains(simulator.Printed["bot"]!.GetValue<string>(), bots.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_table_operation_works_on_a_table_of_the_command_line()
    {
        await using var simulator = await RunningSimulator.StartAsync("--table", "Contacts:Name,Age:number", "--table", "Empty");
        const string Table = "/api/public/tables/Contacts";
        const string Ada = """{"query":{"expressions":[{"field":"Name","operand":"=","value":"Ada"}],"operator":"and"}""";

        var empty = await simulator.CallAsync("data", "POST", Table + "/query", "{}");
        await simulator.CallAsync("data", "POST", Table, """{"data":{"Name":"Ada","Age":36}}""");
        await simulator.CallAsync("data", "POST", Table + "/bulk", """{"data":[{"Name":"Bob","Age":1},{"Name":"Eve","Age":2}]}""");
        var updated = await simulator.CallAsync("data", "PUT", Table, Ada + ""","data":{"Age":37}}""");
        var found = await simulator.CallAsync("data", "POST", Table + "/query", Ada + "}");
        var deleted = await simulator.CallAsync("data", "DELETE", Table, Ada + "}");
        var left = await simulator.CallAsync("data", "POST", Table + "/query", "{}");

        Assert.Equal("""[{"name":"Name","type":"string"},{"name":"Age","type":"number"}]""", empty["metaInfo"]!.ToJsonString());
        Assert.Equal(
            (1, 37, 1, 2),
            (
                updated["nModified"]!.GetValue<int>(),
                found["queryResult"]![0]!["Age"]!.GetValue<int>(),
                deleted["nDeleted"]!.GetValue<int>(),
                left["total"]!.GetValue<int>()
            )
        );
        Assert.Equal(["Contacts", "Empty"], simulator.Printed["tables"]!.AsArray().Select(table => table!["name"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Every_bot_of_the_command_line_gets_its_sessions()
    {
        await using var simulator = await RunningSimulator.StartAsync("--bot", "Travel", "--bot", "Bank", "--seed-sessions", "12");

        Assert.Equal(["Travel", "Bank"], simulator.Printed["bots"]!.AsArray().Select(bot => bot!["name"]!.GetValue<string>()));
        foreach (var bot in simulator.Printed["bots"]!.AsArray())
        {
            var page = await simulator.CallAsync("platform", "POST", $"/api/public/bot/{bot!["id"]}/getSessions", "{}");
            Assert.Equal(12, page["total"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task A_file_brings_bots_sessions_suites_tables_views_and_users()
    {
        await using var simulator = await RunningSimulator.StartAsync("--seed", Seed, "--table", "More");

        var bot = simulator.Printed["bot"]!.GetValue<string>();
        var view = await simulator.CallAsync("data", "POST", "/api/public/views/Adas/query", "{}");
        var users = await simulator.CallAsync("admin", "POST", "/api/public/usersInfo", """{"emailIds":["ada@example.com"]}""");

        Assert.Equal(36, view["queryResult"]![0]!["Age"]!.GetValue<int>());
        Assert.Contains("ada@example.com", users.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(
            $$"""[{"id":"{{bot}}","name":"Travel","sessions":20,"testSuites":["Smoke"],"conversationTestSuites":["Booking"]}]""",
            simulator.Printed["bots"]!.ToJsonString()
        );
    }

    [Fact]
    public async Task The_same_command_gives_the_same_ids_and_another_number_gives_others()
    {
        string[] command = ["--seed", Seed, "--bot", "Bank", "--seed-sessions", "2"];
        await using var first = await RunningSimulator.StartAsync([.. command, "--seed", "7"]);
        await using var second = await RunningSimulator.StartAsync([.. command, "--seed", "7"]);
        await using var third = await RunningSimulator.StartAsync([.. command, "--seed", "8"]);

        Assert.Equal(Ids(first), Ids(second));
        Assert.NotEqual(Ids(first), Ids(third));
        static string Ids(RunningSimulator simulator) =>
            simulator.Printed["bots"]!.ToJsonString() + simulator.Printed["users"]!.ToJsonString() + simulator.Printed["sampleBot"];
    }

    [Fact]
    public async Task Each_line_that_is_printed_works_in_a_shell_as_it_stands()
    {
        await using var simulator = await RunningSimulator.StartAsync(
            "--bot",
            "It's a bot",
            "--table",
            "It's: a, b:boolean",
            "--seed-sessions",
            "3"
        );
        var examples = simulator.Printed["examples"]!.AsArray().Select(example => example!["curl"]!.GetValue<string>()).ToList();

        Assert.Equal(4, examples.Count);
        foreach (var line in examples)
        {
            var start = new System.Diagnostics.ProcessStartInfo("bash", ["-c", line + " -f -o /dev/null -w '%{http_code}'"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            };
            using var shell = System.Diagnostics.Process.Start(start)!;
            Assert.Equal("200", await shell.StandardOutput.ReadToEndAsync());
        }
    }

    [Fact]
    public async Task What_a_terminal_shows_names_the_bot_the_table_and_how_long_the_lines_work()
    {
        using var process = Korexo.Start(new Korexo.Run("simulate", "--bot", "Travel", "--table", "Contacts:Name,Age:number"));
        try
        {
            var shown = new System.Text.StringBuilder();
            while (
                await process.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("Open the endpoint", StringComparison.Ordinal)
            )
            {
                shown.AppendLine(line);
            }

            Assert.Contains("  Travel\n", shown.ToString(), StringComparison.Ordinal);
            Assert.Contains("table     Contacts: Name:string, Age:number; 0 rows\n", shown.ToString(), StringComparison.Ordinal);
            Assert.Contains("valid for 24 hours, until", shown.ToString(), StringComparison.Ordinal);
            Assert.Contains("\ncurl -sS -X POST -H 'auth: ", shown.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task Interrupted_it_ends_well_even_while_a_request_is_under_way()
    {
        await using var simulator = await RunningSimulator.StartAsync("--faults", "storm");
        var pending = Enumerable.Range(0, 60).Select(_ => Ignored(simulator.SendAsync("admin", "GET", "/api/public/bots"))).ToList();
        await Task.Delay(200);

        Assert.Equal(0, await simulator.InterruptAsync());
        await Task.WhenAll(pending);
        static async Task Ignored(Task request)
        {
            try
            {
                await request;
            }
            catch (HttpRequestException)
            {
                // The storm, or the end.
            }
        }
    }

    [Theory]
    [InlineData("--table", " ", "has no name. Write --table NAME")]
    [InlineData("--table", ":a", "has no name. Write --table NAME")]
    [InlineData("--table", "T:", "has a column without a name")]
    [InlineData("--table", "T:a,,b", "has a column without a name")]
    [InlineData("--table", "T:a:text", "The column type 'text' is unknown; write one of string, number, boolean, date, object.")]
    [InlineData("--table", "T:a,a", "has the column 'a' twice; give each column its own name.")]
    [InlineData("--table", "T:sys_Id", "is filled by the platform itself")]
    [InlineData("--bot", " ", "--bot has no name; write --bot Travel")]
    [InlineData("--seed-sessions", "many", "'many' is not a whole number from 0 to 1000000; write --seed-sessions 20")]
    [InlineData("--seed-sessions", "-1", "is not a whole number from 0 to 1000000")]
    [InlineData("--seed-sessions", "99999999999", "is not a whole number from 0 to 1000000")]
    [InlineData("--port", "http", "'http' is not a whole number from 0 to 65535; write --port 8080")]
    [InlineData("--port", "70000", "is not a whole number from 0 to 65535")]
    [InlineData("--seed", "nowhere.json", "Give the path of a JSON file, or a number.")]
    [InlineData("--seed", "/", "cannot be read")]
    public async Task A_value_that_is_none_is_refused_with_what_to_write(string option, string value, string why)
    {
        var ended = await Korexo.RunAsync("simulate", option, value);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Contains(why, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--bot", "A", "--bot", "A", "--bot 'A' already exists")]
    [InlineData("--table", "A", "--table", "A:b", "There is already a table 'A'")]
    [InlineData("--seed", "1", "--seed", "2", "--seed is given 2 numbers")]
    public async Task What_is_asked_for_twice_is_refused(string first, string value, string second, string other, string why)
    {
        var ended = await Korexo.RunAsync("simulate", first, value, second, other);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Contains(why, ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n\"bots\": [,]\n}", "seed.json, line 2, column 10: not valid JSON")]
    [InlineData(
        "{\n\"bots\": [{\"name\":\"A\",\n\"sesions\":3}]\n}",
        "seed.json, line 3, /bots/0/sesions: this member is not known; known are name, channels"
    )]
    public async Task A_broken_file_is_refused_with_line_and_place(string json, string why)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "seed.json"), json);
            var ended = await Korexo.RunAsync(new Korexo.Run("simulate", "--seed", "seed.json") { Folder = folder.FullName });

            Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
            Assert.Contains(why, ended.Error, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_example_of_the_guide_is_the_file_that_is_tested()
    {
        var guide = File.ReadAllText(Path.Combine(Korexo.Repository, "docs/guides/testing.md"));

        Assert.Contains(File.ReadAllText(Seed).Trim(), guide, StringComparison.Ordinal);
    }
}
