using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Simulation;
using KoreXo.Simulator;

namespace KoreXo.Cli.Tests.Simulation;

/// <summary>What <c>korexo simulate</c> prints about its content, whose names may be those of somebody's seed file.</summary>
public sealed class SimulatedContentTests
{
    private static readonly TimeProvider Clock = new Noon();

    [Fact]
    public async Task Names_do_not_steer_the_terminal()
    {
        await using var platform = await SimulatedPlatform.StartAsync(
            0,
            new RequestedContent(
                new SeedOption(1, []),
                ["Tra\u001b[2Jvel"],
                [new TableOption("a\u202Eb", [new SimulatedColumn("c\u0007")])],
                0
            ),
            default
        );

        var text = SimulationText.Write(platform, Clock);

        Assert.Contains("bot       " + platform.Bots[0].Id + "  Tra\\u001B[2Jvel\n", text, StringComparison.Ordinal);
        Assert.Contains("a\\u202Eb: c\\u0007", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, static letter => char.IsControl(letter) && letter != '\n');
    }

    [Fact]
    public async Task An_empty_platform_says_how_to_add_a_table_and_until_when_its_tokens_are_valid()
    {
        await using var platform = await SimulatedPlatform.StartAsync(0, new RequestedContent(new SeedOption(1, []), [], [], 1), default);

        var text = SimulationText.Write(platform, Clock);

        Assert.Contains($"bot       {platform.Bots[0].Id}  Travel: 1 session\n", text, StringComparison.Ordinal);
        Assert.Contains("table     none; add one with --table NAME\n", text, StringComparison.Ordinal);
        Assert.Contains("Its token is valid for 24 hours, until 2026-02-01 12:00 UTC.\n", text, StringComparison.Ordinal);
        Assert.Equal(
            ["Find the intent of an utterance", "List the bot's sessions"],
            CurlExamples.Create(platform).Select(static example => example.Purpose)
        );
    }

    [Theory]
    [InlineData("--bot 'Travel' already exists; give each bot its own name.", "Travel", "Travel")]
    [InlineData("--bot has no name; write --bot Travel, for example.", " ")]
    public async Task Content_that_contradicts_itself_is_refused(string message, params string[] bots) =>
        Assert.Equal(
            message,
            (
                await Assert.ThrowsAsync<CommandException>(() =>
                    SimulatedPlatform.StartAsync(0, new RequestedContent(new SeedOption(1, []), bots, [], 0), default)
                )
            ).Message
        );

    [Theory]
    [InlineData("--list is for a document; give its path: korexo simulate crm.openapi.yaml --list", "--list")]
    [InlineData("--bot is for the platform; leave it out, or the document.", "crm.yaml", "--bot", "Travel")]
    [InlineData("--table is for the platform; leave it out, or the document.", "crm.yaml", "--table", "Contacts")]
    [InlineData("--seed-sessions is for the platform; leave it out, or the document.", "crm.yaml", "--seed-sessions", "2")]
    [InlineData("--seed is given several times; give one number with a document.", "crm.yaml", "--seed", "1", "--seed", "2")]
    [InlineData(
        "--seed 'seed.json' is not a whole number from 0 to 2147483647; write --seed 1, for example.",
        "crm.yaml",
        "--seed",
        "seed.json"
    )]
    [InlineData("--port '65536' is not a whole number from 0 to 65535; write --port 8080, for example.", "--port", "65536")]
    [InlineData(
        "--seed-sessions 'many' is not a whole number from 0 to 1000000; write --seed-sessions 20, for example.",
        "--seed-sessions",
        "many"
    )]
    public async Task Options_for_something_else_are_refused_before_a_file_is_read(string message, params string[] options)
    {
        var ended = await Korexo.RunAsync(["simulate", .. options]);

        Assert.Equal((2, "", $"korexo: {message}"), (ended.ExitCode, ended.Output, ended.Error.TrimEnd()));
    }

    [Fact]
    public async Task One_operation_is_not_several()
    {
        using var folder = new Specs.SpecFolder().Write(
            "a.yaml",
            "openapi: 3.0.3\ninfo: { title: A, version: '1' }\npaths: { /a: { get: { responses: { '204': { description: A. } } } } }"
        );

        var ended = await Korexo.RunAsync("simulate", folder.File("a.yaml"), "--list");

        Assert.EndsWith("\n1 operation: 0 with state, 1 with responses from the schema.\n", ended.Output, StringComparison.Ordinal);
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    }
}
