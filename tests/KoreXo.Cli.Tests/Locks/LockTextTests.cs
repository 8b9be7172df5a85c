using KoreXo.Cli.Locks;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Tests.Locks;

/// <summary><c>scopes.lock</c> as a file.</summary>
public sealed class LockTextTests
{
    private const string Text = """
        {
          "version": 1,
          "apps": {
            "bot": [
              {
                "scope": "rows:read",
                "credential": "data",
                "entryPoints": [
                  {
                    "project": "App",
                    "kind": "Route",
                    "name": "GET /ä",
                    "calls": [
                      "GET /ä > Get"
                    ]
                  }
                ],
                "resource": "Contacts"
              },
              {
                "scope": "dead",
                "credential": null,
                "entryPoints": []
              }
            ],
            "idle": []
          }
        }

        """;

    [Fact]
    public void What_is_written_is_read_again()
    {
        var read = LockText.Read(Text, "scopes.lock");

        Assert.Equal(Text.ReplaceLineEndings("\n"), LockText.Write(read));
        Assert.Equal(new ScopeOnCredential("data", "rows:read", "Contacts"), read.Apps[0].Scopes[0].Scope);
        Assert.Equal(new ScopeOnCredential(null, "dead"), read.Apps[0].Scopes[1].Scope);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("<<<<<<< HEAD")]
    [InlineData("""{ "version": "1", "apps": {} }""")]
    [InlineData("""{ "version": 1, "apps": [] }""")]
    [InlineData("""{ "version": 1, "apps": { "bot": {} } }""")]
    [InlineData("""{ "version": 1, "apps": { "bot": [{ "scope": "a", "entryPoints": [] }] } }""")]
    [InlineData("""{ "version": 1, "apps": { "bot": [{ "scope": null, "credential": null, "entryPoints": [] }] } }""")]
    [InlineData("""{ "version": 1, "apps": { "bot": [{ "scope": "a", "credential": 1, "entryPoints": [] }] } }""")]
    [InlineData("""{ "version": 1, "apps": { "bot": [{ "scope": "a", "credential": null, "entryPoints": [{ "name": "x" }] }] } }""")]
    public void Anything_else_is_refused_with_where_it_is_from_and_what_to_do(string text)
    {
        var message = Assert.Throws<CommandException>(() => LockText.Read(text, "scopes.lock of main")).Message;

        Assert.StartsWith("scopes.lock of main is not a lock: ", message, StringComparison.Ordinal);
        Assert.EndsWith(" Write it again with korexo scopes lock.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_of_a_later_tool_is_not_misread() =>
        Assert.Equal(
            "scopes.lock was written by a later version of korexo. Update the tool.",
            Assert.Throws<CommandException>(() => LockText.Read("""{ "version": 2, "apps": {} }""", "scopes.lock")).Message
        );
}
