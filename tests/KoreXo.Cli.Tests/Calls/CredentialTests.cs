using System.Text.Json.Nodes;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>Secrets come from the environment or a private file, and are never shown.</summary>
public sealed class CredentialTests
{
    [Fact]
    public async Task A_file_that_everybody_can_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // access is not a mode of the file there
        }

        await using var platform = await CalledPlatform.StartAsync();
        File.SetUnixFileMode(platform.CredentialFile, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        var ended = await platform.CallAsync("analytics", "list-sessions", "--bot", platform.Bot.Id);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains($"chmod 600 {platform.CredentialFile}", ended.Error, StringComparison.Ordinal);
        Assert.Empty(platform.Simulator.Requests);
    }

    [Fact]
    public async Task A_file_that_is_not_JSON_is_named_without_its_content()
    {
        await using var platform = await CalledPlatform.StartAsync();
        await File.WriteAllTextAsync(platform.CredentialFile, "s3cret");

        var ended = await platform.CallAsync("analytics", "list-sessions", "--bot", platform.Bot.Id);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains(platform.CredentialFile, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KOREXO_")]
    [InlineData("KOREXO_PLATFORM_")]
    public async Task Variables_name_the_credential(string prefix)
    {
        await using var platform = await CalledPlatform.StartAsync();
        var app = platform.Apps["platform"];

        var ended = await Korexo.RunAsync(
            new Korexo.Run("call", "analytics", "list-sessions", "--bot", platform.Bot.Id)
            {
                Environment =
                {
                    ["KOREXO_ENDPOINT"] = platform.Simulator.Endpoint.AbsoluteUri,
                    [prefix + "CLIENT_ID"] = app.ClientId,
                    [prefix + "CLIENT_SECRET"] = app.ClientSecret,
                },
            }
        );

        Assert.Equal((0, "[]"), (ended.ExitCode, ended.Output.Trim()));
        Assert.Equal(app.ClientId, Assert.Single(platform.Simulator.Requests).ClientId);
    }

    [Fact]
    public async Task Without_a_credential_the_variables_are_named()
    {
        var ended = await Korexo.RunAsync(new Korexo.Run("call", "analytics", "list-sessions", "--bot", "st-1"));

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Contains("KOREXO_CLIENT_ID and KOREXO_CLIENT_SECRET", ended.Error, StringComparison.Ordinal);
        Assert.Contains("KOREXO_ADMIN_CLIENT_ID", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_credential_is_reported_without_its_secret()
    {
        await using var platform = await CalledPlatform.StartAsync();
        var wrong = new string('w', platform.Apps["platform"].ClientSecret.Length);
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(platform.CredentialFile))!;
        settings["Credentials"]!["platform"]!["ClientSecret"] = wrong;
        await File.WriteAllTextAsync(platform.CredentialFile, settings.ToJsonString());

        var ended = await platform.CallAsync("analytics", "list-sessions", "--bot", platform.Bot.Id);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("status: 401", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(wrong, ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_has_status_code_request_and_what_to_do()
    {
        await using var platform = await CalledPlatform.StartAsync();

        var ended = await platform.CallAsync("analytics", "list-sessions", "--bot", "st-unknown");

        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        var request = Assert.Single(platform.Simulator.Requests);
        Assert.All(
            ["status: 404 NotFound", "code: 404", $"request id: {request.RequestId}", "what to do: Check --bot."],
            line => Assert.Contains(line, ended.Error, StringComparison.Ordinal)
        );
    }
}
