using KoreXo.Simulator.Routing;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Tests.Routing;

/// <summary>Targets of request lines, in the forms that clients, proxies and attackers write.</summary>
public sealed class RequestTargetTests
{
    [Theory]
    [InlineData("/", "/", "", "")]
    [InlineData("/a/b", "/a/b", "", "a|b")]
    [InlineData("/a/b/", "/a/b/", "", "a|b|")]
    [InlineData("/a//b", "/a//b", "", "a||b")]
    [InlineData("/a?x=1", "/a", "x=1", "a")]
    [InlineData("/a?x=1?y=2", "/a", "x=1?y=2", "a")]
    [InlineData("/a?", "/a", "", "a")]
    [InlineData("/a#b?c", "/a", "", "a")]
    [InlineData("/a?x#y", "/a", "x", "a")]
    [InlineData("/a%2Fb", "/a%2Fb", "", "a/b")]
    [InlineData("/a%252Fb", "/a%252Fb", "", "a%2Fb")]
    [InlineData("/%E2%82%AC", "/%E2%82%AC", "", "€")]
    [InlineData("/a;v=1", "/a;v=1", "", "a;v=1")]
    [InlineData("/a+b", "/a+b", "", "a+b")]
    [InlineData("/...", "/...", "", "...")]
    [InlineData("/?/../", "/", "/../", "")]
    [InlineData("http://localhost/a?x=1", "/a", "x=1", "a")]
    [InlineData("http://localhost:80/a/b", "/a/b", "", "a|b")]
    [InlineData("HTTP://localhost", "/", "", "")]
    [InlineData("http://localhost?x=/y", "/", "x=/y", "")]
    [InlineData("http://localhost?x=1", "/", "x=1", "")]
    public void A_target_is_a_path_and_a_query(string target, string path, string query, string segments)
    {
        var parsed = RequestTarget.Parse(target);

        Assert.Equal((path, query, segments), (parsed.Path, parsed.Query, string.Join('|', parsed.Segments)));
    }

    [Theory]
    [InlineData("", "The path '' does not begin with one slash.")]
    [InlineData("*", "The path '*' does not begin with one slash.")]
    [InlineData("a", "The path 'a' does not begin with one slash.")]
    [InlineData("//a", "The path '//a' does not begin with one slash.")]
    [InlineData("///", "The path '///' does not begin with one slash.")]
    [InlineData("http://localhost//a", "The path '//a' does not begin with one slash.")]
    [InlineData("?x=1", "The path '' does not begin with one slash.")]
    [InlineData("/a/../b", "The path segment '..' is a dot segment.")]
    [InlineData("/.", "The path segment '.' is a dot segment.")]
    [InlineData("/%2e%2E", "The path segment '%2e%2E' is a dot segment.")]
    [InlineData("/%2e", "The path segment '%2e' is a dot segment.")]
    [InlineData("/a%", "The path segment 'a%' is not percent-encoded UTF-8.")]
    [InlineData("/a%2", "The path segment 'a%2' is not percent-encoded UTF-8.")]
    [InlineData("/a%GG", "The path segment 'a%GG' is not percent-encoded UTF-8.")]
    [InlineData("/%FF", "The path segment '%FF' is not percent-encoded UTF-8.")]
    [InlineData("/%ED%A0%80", "The path segment '%ED%A0%80' is not percent-encoded UTF-8.")]
    [InlineData("/%C0%AF", "The path segment '%C0%AF' is not percent-encoded UTF-8.")]
    [InlineData("/ü", "The path segment 'ü' is not percent-encoded UTF-8.")]
    public void A_malformed_target_is_refused(string target, string reason)
    {
        var refusal = Assert.Throws<RefusalException>(() => RequestTarget.Parse(target));

        Assert.Equal((400, reason), (refusal.Status, refusal.Message));
    }
}
