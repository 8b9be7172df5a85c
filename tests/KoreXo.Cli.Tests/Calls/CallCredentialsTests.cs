using KoreXo.Cli.Calls.Running;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Tests.Specs;
using KoreXo.Runtime;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>The settings of a client, out of variables or a file.</summary>
public sealed class CallCredentialsTests
{
    private static readonly ApiDescription Api = new() { Name = "Things", CredentialKinds = ["data", "api.key v2"] };

    [Fact]
    public void Each_kind_has_variables_of_its_own_and_an_empty_one_is_none()
    {
        var settings = Read(
            ("KOREXO_ENDPOINT", "https://a.example"),
            ("KOREXO_API_KEY", "k"),
            ("KOREXO_BEARER_TOKEN", ""),
            ("KOREXO_DATA_CLIENT_ID", "cs-1"),
            ("KOREXO_API_KEY_V2_PASSWORD", "p"),
            ("KOREXO_ADMIN_CLIENT_ID", "cs-2")
        );

        Assert.Equal(
            ["Credential:ApiKey=k", "Credentials:api.key v2:Password=p", "Credentials:data:ClientId=cs-1", "Endpoint=https://a.example"],
            settings
        );
    }

    [Fact]
    public void Without_variables_there_is_no_endpoint() => Assert.Equal(["Endpoint="], Read());

    [Fact]
    public void An_empty_endpoint_is_none() =>
        Assert.Null(CallCredentials.Read(file: null, Api, static name => name == "KOREXO_ENDPOINT" ? "" : null)["Endpoint"]);

    [Fact]
    public void A_file_replaces_the_variables_and_is_read_for_the_kinds_of_the_document()
    {
        using var folder = Private(
            """{ "Endpoint": "https://b.example", "Credentials": { "data": { "ClientId": "cs-3" }, "admin": { "ClientId": "cs-4" } } }"""
        );

        Assert.Equal(
            ["Credentials:data:ClientId=cs-3", "Endpoint=https://b.example"],
            Lines(CallCredentials.Read(folder.File("c.json"), Api, static _ => "from a variable"))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("[\"secret\"]")]
    [InlineData("{ \"secret\"")]
    [InlineData("{ \"a\": \"secret\", \"A\": 1 }")]
    public void A_file_of_another_form_is_refused_without_its_content(string content)
    {
        using var folder = Private(content);

        var message = Assert.Throws<CommandException>(() => CallCredentials.Read(folder.File("c.json"), Api, static _ => null)).Message;

        Assert.Equal(
            $$"""--credentials '{{folder.File("c.json")}}' is not JSON such as { "Credential": { "ClientId": "…", "ClientSecret": "…" } }.""",
            message
        );
    }

    [Theory]
    [InlineData("missing.json", "cannot be read: Could not find file")]
    [InlineData(".", "cannot be read: It is a folder.")]
    public void A_file_that_is_not_there_is_named(string name, string why)
    {
        using var folder = Private("{}");
        Assert.Contains(
            why,
            Assert.Throws<CommandException>(() => CallCredentials.Read(folder.File(name), Api, static _ => null)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_command_that_makes_a_file_private_can_be_pasted()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // access is not a mode of the file there
        }

        using var folder = new SpecFolder().Write("my keys.json", "{}");
        File.SetUnixFileMode(folder.File("my keys.json"), UnixFileMode.UserRead | UnixFileMode.OtherRead);

        Assert.EndsWith(
            $"; run: chmod 600 '{folder.File("my keys.json")}'",
            Assert.Throws<CommandException>(() => CallCredentials.Read(folder.File("my keys.json"), Api, static _ => null)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Advice_names_the_variables_of_the_kinds() =>
        Assert.Equal(
            "Set KOREXO_CLIENT_ID and KOREXO_CLIENT_SECRET, or KOREXO_DATA_CLIENT_ID and KOREXO_DATA_CLIENT_SECRET, or KOREXO_API_KEY_V2_CLIENT_ID and KOREXO_API_KEY_V2_CLIENT_SECRET, or pass a file with --credentials.",
            CallCredentials.Advice(Api)
        );

    private static IEnumerable<string> Read(params (string Name, string Value)[] variables)
    {
        var known = variables.ToDictionary(static one => one.Name, static one => one.Value, StringComparer.Ordinal);
        return Lines(CallCredentials.Read(file: null, Api, name => known.GetValueOrDefault(name)));
    }

    private static IEnumerable<string> Lines(Dictionary<string, string?> settings) =>
        settings.Select(static entry => $"{entry.Key}={entry.Value}").Order(StringComparer.Ordinal);

    private static SpecFolder Private(string content)
    {
        var folder = new SpecFolder().Write("c.json", content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.File("c.json"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return folder;
    }
}
