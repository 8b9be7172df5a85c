using System.Text.Json;

namespace KoreXo.Runtime.Tests;

/// <summary>
/// Values of the wrong type among right ones, in every order: those that are a single token, and those in which the reader gets lost.
/// </summary>
public sealed class MemberOrderTests
{
    private static readonly string[] Sizes = ["5", "\"many\"", "true", "{\"size\":[1,{\"title\":\"no\"}]}", "[[],{}]", "null"];
    private static readonly string[] Secrets = ["\"s\"", "[\"s\"]", "{\"secret\":\"s\"}"];
    private static readonly string[] Tags = ["[\"x\",\"y\"]", "[]", "[\"x\",null]"];
    private static readonly string[] Others = ["1", "{\"title\":[1]}"];

    [Fact]
    public void Nothing_is_lost_and_nothing_is_mixed_up()
    {
        foreach (var size in Sizes)
        {
            foreach (var secret in Secrets)
            {
                foreach (var tags in Tags)
                {
                    foreach (var other in Others)
                    {
                        foreach (var order in Orders(["title", "size", "tags", "secret", "other"]))
                        {
                            Check(
                                order,
                                new()
                                {
                                    ["title"] = "\"a\"",
                                    ["size"] = size,
                                    ["secret"] = secret,
                                    ["tags"] = tags,
                                    ["other"] = other,
                                }
                            );
                        }
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("""{"size":"many","other":{},"secret":[],"title":[],"tags":[]}""", "Expected a string at '/title', found an array.")]
    [InlineData("""{"size":"many","title":false,"tags":{}}""", "Expected an array at '/tags', found an object.")]
    [InlineData("""{"secret":{"a":1},"size":{},"tags":[[]]}""", "Expected a string at '/tags/0', found an array.")]
    public void A_required_value_fails_wherever_it_comes(string json, string message) =>
        Assert.Equal(message, Assert.ThrowsAny<JsonException>(() => TestApi.Read(NoteCodec.Instance, json)).Message);

    [Theory]
    [InlineData("{")]
    [InlineData("""{"size":"many",""")]
    [InlineData("""{"size":"many","tags":["x""")]
    [InlineData("""{"tags":[1],"size":{"a":""")]
    [InlineData("""{"size":[1,2""")]
    public void An_object_that_ends_early_is_an_error(string json) =>
        Assert.ThrowsAny<JsonException>(() => TestApi.Read(NoteCodec.Instance, json));

    private static void Check(IEnumerable<string> order, Dictionary<string, string> values)
    {
        var json = "{" + string.Join(',', order.Select(name => $"\"{name}\":{values[name]}")) + "}";
        var note = TestApi.Read(NoteCodec.Instance, json);
        var kept = note.ExtensionData?.ToDictionary(static member => member.Key, static member => member.Value.GetRawText());
        Assert.Equal("a", note.Title);
        Assert.Equal(values["size"] == "5" ? 5 : null, note.Size);
        Assert.Equal(values["secret"] == "\"s\"" ? "s" : null, note.Secret);
        Assert.Equal(
            values["tags"].Contains("null", StringComparison.Ordinal) ? null : values["tags"].Split('"').Length / 2,
            note.Tags?.Count
        );
        Assert.Equal(values["size"] is "5" or "null" ? null : values["size"], kept!.GetValueOrDefault("size"));
        Assert.Equal(note.Secret is null ? values["secret"] : null, kept!.GetValueOrDefault("secret"));
        Assert.Equal(note.Tags is null ? values["tags"] : null, kept!.GetValueOrDefault("tags"));
        Assert.Equal(values["other"], kept!["other"]);
    }

    private static IEnumerable<IEnumerable<string>> Orders(IReadOnlyList<string> names) =>
        names.Count == 0
            ?
            [
                [],
            ]
            : names.SelectMany(first => Orders([.. names.Where(name => name != first)]).Select(rest => rest.Prepend(first)));
}
