using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Tests.Vocabulary;

/// <summary>How a response with a success status says that nothing was done.</summary>
public sealed class XErrorTests
{
    [Theory]
    [InlineData("at: /status, values: [error, 500, false]", "/status", "error 500 false", false)]
    [InlineData("at: '', values: [x]", "", "x", false)]
    [InlineData("text: true", null, "", true)]
    [InlineData("at: /s, values: [x], text: true", "/s", "x", true)]
    [InlineData("at: /s, values: [x], text: false", "/s", "x", false)]
    [InlineData("at: /s, values: [''], text: ~", "/s", "", false)]
    public void An_error_is_a_value_a_text_or_both(string members, string? at, string values, bool isText)
    {
        var sample = VocabularySample.From($"x-error: {{ {members} }}");
        var error = XError.Read(sample.Document, sample.Operation)!;

        Assert.Empty(sample.Messages);
        Assert.Equal((at, values, isText), (error.At, string.Join(' ', error.Values), error.IsText));
    }

    [Theory]
    [InlineData("at: /s", "it needs 'at' with 'values', or 'text: true', or both")]
    [InlineData("values: [x]", "it needs 'at' with 'values', or 'text: true', or both")]
    [InlineData("values: [x], text: true", "it needs 'at' with 'values', or 'text: true', or both")]
    [InlineData("at: /s, text: true", "it needs 'at' with 'values', or 'text: true', or both")]
    [InlineData("at: /s, values: [x, [y]]", "its 'values' must be a list of strings, numbers, true or false")]
    [InlineData("at: /s, values: [x, ~]", "its 'values' must be a list of strings, numbers, true or false")]
    [InlineData("at: /s, values: [{ a: b }]", "its 'values' must be a list of strings, numbers, true or false")]
    public void Half_an_error_is_none(string members, string message)
    {
        var sample = VocabularySample.From($"x-error: {{ {members} }}");

        Assert.Null(XError.Read(sample.Document, sample.Operation));
        Assert.Equal([message], sample.Messages);
    }
}
