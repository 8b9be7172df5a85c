using KoreXo.Cli.Tests.Calls;

namespace KoreXo.Cli.Tests.Commands;

/// <summary>What a pipe says to a command is data: it names no file, and nothing of it is obeyed.</summary>
[Collection(nameof(StandardInputTests))]
public sealed class StandardInputContentTests
{
    private const string Json =
        "requestBody: { required: true, content: { application/json: { schema: {} } } }\nresponses: { '204': { description: Done. } }";
    private const string Text =
        "requestBody: { required: true, content: { text/plain: {} } }\nresponses: { '204': { description: Done. } }";

    private static readonly byte[] NoContent = ScriptedService.Response("204 No Content", null, "");

    [Theory]
    [InlineData("""{"a":1}""", """{"a":1}""")]
    [InlineData(" [1]\r\n", "[1]")]
    [InlineData("null", "null")]
    public async Task JSON_of_a_pipe_is_sent(string input, string body)
    {
        using var document = new CalledDocument(Json);
        await using var service = new ScriptedService(NoContent);

        var ended = await WithInputAsync(input, () => document.CallAsync(service, "--body", "-"));

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(body, service.Body);
    }

    [Fact]
    public async Task A_pipe_cannot_name_a_file_whose_content_is_sent()
    {
        using var document = new CalledDocument(Json);
        await using var service = new ScriptedService(NoContent);
        var file = document.Write("private.json", "{\"private\":true}");

        var ended = await WithInputAsync("@" + file, () => document.CallAsync(service, "--body", "-"));

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("\n  --body is not JSON (line 1, byte 1)", ended.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("@things.yaml")]
    [InlineData("plain\r\ntext\n")]
    public async Task Text_of_a_pipe_is_sent_as_it_is(string input)
    {
        using var document = new CalledDocument(Text);
        await using var service = new ScriptedService(NoContent);

        var ended = await WithInputAsync(input, () => document.CallAsync(service, "--body", "-"));

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(input, service.Body);
    }

    [Theory]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiLDvCJ9.c2ln\n", "header: {\n  \"alg\": \"HS256\"\n}\nclaims: {\n  \"sub\": \"ü\"\n}\n- ")]
    [InlineData(
        "  eyJhbGciOiJub25lIn0.e30.  ",
        "header: {\n  \"alg\": \"none\"\n}\nclaims: {}\n- The token is not signed: the platform rejects it.\n"
    )]
    public async Task A_token_is_decoded_whatever_is_around_it(string input, string output)
    {
        var ended = await WithInputAsync(input, () => Korexo.RunAsync("token", "explain"));

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.StartsWith(output, ended.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_that_would_steer_the_terminal_is_escaped()
    {
        // {"sub":"\u001b[2J\u202e"}
        var ended = await WithInputAsync(
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJcdTAwMWJbMkoifQ.c2ln",
            () => Korexo.RunAsync("token", "explain", "--json")
        );

        Assert.Contains("\"\\u001B[2J\"", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', ended.Output);
    }

    [Theory]
    [InlineData("", "A signed token has three parts separated by dots; this one has 1.")]
    [InlineData("Bearer a.b.c", "A part of the token is not JSON in base64url")]
    public async Task What_is_no_token_is_refused_and_not_repeated(string input, string problem)
    {
        var ended = await WithInputAsync(input, () => Korexo.RunAsync("token", "explain"));

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith($"korexo: {problem}", ended.Error, StringComparison.Ordinal);
    }

    private static async Task<Korexo.Ended> WithInputAsync(string text, Func<Task<Korexo.Ended>> run)
    {
        var input = Console.In;
        using var reader = new StringReader(text);
        Console.SetIn(reader);
        try
        {
            return await run();
        }
        finally
        {
            Console.SetIn(input);
        }
    }
}
