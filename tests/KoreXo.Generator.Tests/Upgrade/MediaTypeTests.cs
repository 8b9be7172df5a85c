using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Generator.Tests.Upgrade;

/// <summary>What a media type says about its content, and what a method of a path may be called.</summary>
public sealed class MediaTypeTests
{
    [Theory]
    [InlineData("application/json", true, false)]
    [InlineData("Application/JSON; charset=utf-8", true, false)]
    [InlineData("application/problem+json", true, false)]
    [InlineData("text/json", true, false)]
    [InlineData("*/*", true, false)]
    [InlineData("application/json-patch+json", true, false)]
    [InlineData("application/stream+json", false, false)]
    [InlineData("application/geo+json-seq", false, false)]
    [InlineData("application/jsonp", false, false)]
    [InlineData("text/plain", false, true)]
    [InlineData("text/csv;header=present", false, true)]
    [InlineData("text/event-stream", false, false)]
    [InlineData("image/svg+xml", false, true)]
    [InlineData("application/xml", false, true)]
    [InlineData("application/vnd.oai.openapi+yaml", false, true)]
    [InlineData("application/octet-stream", false, false)]
    [InlineData("multipart/form-data", false, false)]
    [InlineData("", false, false)]
    public void Content_is_JSON_text_or_bytes(string mediaType, bool isJson, bool isText) =>
        Assert.Equal(
            (isJson, isText, !isJson && !isText),
            (MediaType.IsJson(mediaType), MediaType.IsText(mediaType), MediaType.IsBinary(mediaType))
        );

    [Theory]
    [InlineData("text/event-stream; charset=utf-8", ItemFormat.Events)]
    [InlineData("application/x-ndjson", ItemFormat.Lines)]
    [InlineData("application/jsonl", ItemFormat.Lines)]
    [InlineData("APPLICATION/STREAM+JSON", ItemFormat.Lines)]
    [InlineData("application/json-seq", ItemFormat.Sequence)]
    [InlineData("application/geo+json-seq", ItemFormat.Sequence)]
    public void A_stream_has_a_separator_of_its_items(string mediaType, object format) => Assert.Equal(format, MediaType.Stream(mediaType));

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public void Other_content_is_no_stream(string mediaType) => Assert.Null(MediaType.Stream(mediaType));

    [Theory]
    [InlineData("Text/CSV; header=present", "text/csv")]
    [InlineData("application/vnd.a.v1+json", "application/vnd.a.v1+json")]
    [InlineData("image/*", "otherwise")]
    [InlineData("*", "otherwise")]
    [InlineData("text", "otherwise")]
    [InlineData("text/a\r\nX-Injected: b", "otherwise")]
    [InlineData("", "otherwise")]
    public void A_header_is_sent_a_type_that_is_one(string mediaType, string expected) =>
        Assert.Equal(expected, MediaType.Concrete(mediaType, "otherwise"));

    [Theory]
    [InlineData("get", true, true, "GET")]
    [InlineData("query", true, true, "QUERY")]
    [InlineData("post", true, false, "POST")]
    [InlineData("patch", true, false, "PATCH")]
    [InlineData("Get", false, false, "Get")]
    [InlineData("COPY", false, false, "COPY")]
    [InlineData("x-internal", false, false, "x-internal")]
    public void A_verb_is_sent_in_upper_case_and_another_method_as_it_is_spelt(string name, bool isVerb, bool isSafe, string sent) =>
        Assert.Equal((isVerb, isSafe, sent), (HttpVerb.IsVerb(name), HttpVerb.IsSafe(name), HttpVerb.Method(name)));

    [Theory]
    [InlineData("COPY", true)]
    [InlineData("x!#$%&'*+-.^_`|~9", true)]
    [InlineData("", false)]
    [InlineData("A B", false)]
    [InlineData("A\r\nB", false)]
    [InlineData("É", false)]
    [InlineData("A/B", false)]
    public void Only_a_token_is_a_method(string name, bool isMethod) => Assert.Equal(isMethod, HttpVerb.IsMethod(name));
}
