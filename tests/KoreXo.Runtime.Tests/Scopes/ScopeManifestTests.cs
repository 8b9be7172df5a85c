using System.Text;

namespace KoreXo.Runtime.Tests;

public sealed class ScopeManifestTests
{
    [Theory]
    [InlineData("", 1, "the JSON is invalid")]
    [InlineData("[]", 1, "the manifest must be an object")]
    [InlineData("{\n \"app\": \"x\"\n \"scopes\": [] }", 3, "the JSON is invalid")]
    [InlineData("{\n\n \"app\": 7 }", 3, "\"app\" must be the name of the app")]
    [InlineData("{ \"app\": \"x\",\n \"scope\": [] }", 2, "unknown property 'scope'; a manifest has app, scopes, credentials")]
    [InlineData("{ \"scopes\": \"a\" }", 1, "the scopes must be an array of strings")]
    [InlineData("{ \"scopes\": [\n\"a\",\n\"\"] }", 3, "a scope must be a non-empty string")]
    [InlineData("{ \"scopes\": [ 3 ] }", 1, "a scope must be a non-empty string")]
    [InlineData("{ \"credentials\": [] }", 1, "\"credentials\" must be an object")]
    [InlineData("{ \"credentials\": {\n \"admin\": \"a\" } }", 2, "the scopes of 'admin' must be an array of strings")]
    [InlineData("{} {}", 1, "the JSON is invalid")]
    public void A_broken_manifest_says_where_and_what(string json, int line, string what)
    {
        var fault = Assert.Throws<FormatException>(() => Load(json));
        Assert.StartsWith($"Scope manifest cannot be read: the stream, line {line}: ", fault.Message);
        Assert.Contains(what, fault.Message);
    }

    [Fact]
    public void A_broken_file_is_named()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.scopes.json");
        File.WriteAllText(path, "{");
        try
        {
            Assert.Contains(path, Assert.Throws<FormatException>(() => ScopeManifest.Load(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Every_beginning_of_a_manifest_is_a_manifest_or_a_format_exception()
    {
        const string Json =
            """{ /* c */ "app": "a\u0062", "credentials": { "admin": ["x", "y",], }, "scopes": ["z"], "reserved": [1], } // end""";
        for (var length = 0; length < Json.Length; length++)
        {
            var fault = Record.Exception(() => Load(Json[..length]));
            Assert.True(fault is null or FormatException, $"{length}: {fault}");
        }
    }

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_allowed()
    {
        var manifest = Load("\uFEFF// ours\n{ \"$schema\": {}, \"app\": \"ci\", \"credentials\": { \"admin\": [\"a\", \"b\",], }, }");
        Assert.Equal("ci", manifest.App);
        Assert.Equal("admin", Assert.Single(manifest.Credentials).Key);
        Assert.True(manifest.Credentials["admin"].SetEquals(["a", "b"]));
    }

    [Fact]
    public void Plain_scopes_are_one_credential_without_a_name() =>
        Assert.True(Load("""{ "scopes": ["a"] }""").Credentials[""].SetEquals(["a"]));

    [Fact]
    public void The_file_names_an_app_that_names_itself_not()
    {
        var app = $"{Guid.NewGuid():N}.eu";
        var path = Path.Combine(Path.GetTempPath(), $"{app}.scopes.json");
        File.WriteAllText(path, "{}");
        try
        {
            Assert.Equal(app, ScopeManifest.Load(path).App);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static ScopeManifest Load(string json) => ScopeManifest.Load(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
