using KoreXo.Simulator.Requests;
using Newtonsoft.Json.Linq;

namespace KoreXo.Simulator.Tests.Requests;

public sealed class ValuePointerTests
{
    [Theory]
    [InlineData("""{"a":{"b":[{"c":1}]}}""", "#/a.b[0].c", "/a/b/0/c")]
    [InlineData("""{"a.b":{"c":1}}""", "#/a.b.c", "/a.b/c")]
    [InlineData("""{"a":{"b.c":1},"a.b":{"c":1}}""", "#/a.b.c", "/a.b/c")]
    [InlineData("""{"a/b":{"~":1}}""", "#/a/b.~", "/a~1b/~0")]
    [InlineData("""{"a":{}}""", "#/a.missing", "/a/missing")]
    [InlineData("""[[1]]""", "#/[0][0]", "/0/0")]
    [InlineData("""{}""", "#/", "")]
    public void The_pointer_names_the_value(string json, string path, string expected) =>
        Assert.Equal(expected, ValuePointer.FromPath(JToken.Parse(json), path));
}
