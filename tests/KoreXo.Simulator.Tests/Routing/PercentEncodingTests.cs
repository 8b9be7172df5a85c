using System.Net;
using KoreXo.Simulator.Routing;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Tests.Routing;

/// <summary>How a segment of a path is decoded, once and strictly.</summary>
public sealed class PercentEncodingTests : PlatformTest
{
    [Theory]
    [InlineData("", "")]
    [InlineData("abc", "abc")]
    [InlineData("a%20b", "a b")]
    [InlineData("%41%62%63", "Abc")]
    [InlineData("%c3%A9", "é")]
    [InlineData("%F0%9F%9A%86x", "🚆x")]
    [InlineData("%2541", "%41")]
    [InlineData("%00", "\0")]
    [InlineData("a+b", "a+b")]
    [InlineData("%", null)]
    [InlineData("%4", null)]
    [InlineData("a%", null)]
    [InlineData("a%4", null)]
    [InlineData("%4g", null)]
    [InlineData("% 1", null)]
    [InlineData("%+1", null)]
    [InlineData("%-1", null)]
    [InlineData("%%41", null)]
    [InlineData("%C3", null)]
    [InlineData("%C3x", null)]
    [InlineData("%C0%AF", null)]
    [InlineData("%ED%A0%80", null)]
    [InlineData("%F4%90%80%80", null)]
    [InlineData("é", null)]
    [InlineData("Ł%41", null)]
    public void An_escape_is_two_hexadecimal_digits_of_UTF_8(string segment, string? expected) =>
        Assert.Equal(expected, PercentEncoding.Decode(segment));

    [Fact]
    public async Task A_character_that_had_to_be_escaped_does_not_become_another_one()
    {
        Platform.AddTable("AB");
        var caller = As(Platform.AddAppWithAllScopes(AppKind.Data), Platform.CreateHandler());

        (await caller.PostAsync("/api/public/tables/Ł%42", """{"data":{}}""")).Refusal(HttpStatusCode.BadRequest);

        Assert.Equal(0, Platform.Tables["AB"].Count);
    }

    [Theory]
    [InlineData("/a/b", "/a/b", "", new[] { "a", "b" })]
    [InlineData("/", "/", "", new[] { "" })]
    [InlineData("/a/", "/a/", "", new[] { "a", "" })]
    [InlineData("/a?b=1?c#d", "/a", "b=1?c", new[] { "a" })]
    [InlineData("/a?", "/a", "", new[] { "a" })]
    [InlineData("/a%2Fb%3Fc", "/a%2Fb%3Fc", "", new[] { "a/b?c" })]
    [InlineData("/a:b@c", "/a:b@c", "", new[] { "a:b@c" })]
    [InlineData("http://localhost:80/a/b?c", "/a/b", "c", new[] { "a", "b" })]
    [InlineData("http://localhost", "/", "", new[] { "" })]
    [InlineData("/a/...", "/a/...", "", new[] { "a", "..." })]
    public void A_target_is_taken_apart_as_sent(string target, string path, string query, string[] segments)
    {
        var parsed = RequestTarget.Parse(target);

        Assert.Equal((path, query), (parsed.Path, parsed.Query));
        Assert.Equal(segments, parsed.Segments);
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("a/b")]
    [InlineData("//a")]
    [InlineData("/a/%2E")]
    [InlineData("/a/.%2e")]
    [InlineData("/a/../b")]
    [InlineData("/%")]
    public void A_target_of_another_form_is_refused(string target) =>
        Assert.Equal(400, Assert.Throws<RefusalException>(() => RequestTarget.Parse(target)).Status);
}
