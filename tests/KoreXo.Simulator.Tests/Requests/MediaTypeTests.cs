using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;
using Microsoft.AspNetCore.Http;
using NJsonSchema;

namespace KoreXo.Simulator.Tests.Requests;

/// <summary>Content types against the documented ones.</summary>
public sealed class MediaTypeTests
{
    [Theory]
    [InlineData("application/json", "application/json", "application/json")]
    [InlineData("application/json", "APPLICATION/JSON", "application/json")]
    [InlineData("application/json", "application/json; charset=utf-8", "application/json")]
    [InlineData("application/json", "application/json;charset=\"UTF-8\"", "application/json")]
    [InlineData("application/json", "application/json; version=2", "application/json")]
    [InlineData("application/json; charset=utf-8", "application/json", "application/json; charset=utf-8")]
    [InlineData("image/*|image/png", "image/png", "image/png")]
    [InlineData("image/*|image/png", "image/gif", "image/*")]
    [InlineData("*/*", "x/y", "*/*")]
    [InlineData("*/*|application/json", "application/json", "application/json")]
    [InlineData("application/octet-stream", "application/octet-stream; charset=utf-16", "application/octet-stream")]
    public void A_type_matches_the_nearest_that_the_document_has(string documented, string sent, string expected) =>
        Assert.Equal(expected, Demand(documented, sent));

    [Theory]
    [InlineData("application/json", "", "The body has no content type, application/json is expected.")]
    [InlineData("application/json", "text/json", "The content type 'text/json' is not taken, application/json is expected.")]
    [InlineData("application/json", "application", "The content type 'application' is not taken, application/json is expected.")]
    [InlineData("application/json", "application/*", "The content type 'application/*' is not taken, application/json is expected.")]
    [InlineData("application/json", "*/*", "The content type '*/*' is not taken, application/json is expected.")]
    [InlineData("application/json|text/csv", "x/y", "The content type 'x/y' is not taken, application/json or text/csv is expected.")]
    [InlineData(
        "application/json",
        "application/json, application/json",
        "The content type 'application/json, application/json' is not taken, application/json is expected."
    )]
    [InlineData("image/*", "imagery/png", "The content type 'imagery/png' is not taken, image/* is expected.")]
    [InlineData("application/json", "application/json; charset=utf-16", "The character set utf-16 is not taken, utf-8 is expected.")]
    [InlineData("text/plain", "text/plain; charset=iso-8859-1", "The character set iso-8859-1 is not taken, utf-8 is expected.")]
    [InlineData(
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=iso-8859-1",
        "The character set iso-8859-1 is not taken, utf-8 is expected."
    )]
    [InlineData("*/*", "application/json; charset=utf-16", "The character set utf-16 is not taken, utf-8 is expected.")]
    public void Another_type_is_refused(string documented, string sent, string reason)
    {
        var refusal = Assert.Throws<RefusalException>(() => Demand(documented, sent));

        Assert.Equal((415, reason), (refusal.Status, refusal.Message));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate, gzip")]
    [InlineData("GZIP")]
    [InlineData("unknown")]
    public void A_content_encoding_is_refused(string encoding)
    {
        var refusal = Assert.Throws<RefusalException>(() => Demand("*/*", "application/json", encoding));

        Assert.Equal(
            (415, $"The content encoding '{encoding}' is not taken, the body has to be sent as it is."),
            (refusal.Status, refusal.Message)
        );
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("IDENTITY")]
    [InlineData("")]
    public void No_content_encoding_is_no_encoding(string encoding) =>
        Assert.Equal("application/json", Demand("application/json", "application/json", encoding));

    [Theory]
    [InlineData("application/json", "other/type", "application/json")]
    [InlineData("*/*", "other/type", "other/type")]
    [InlineData("image/*", "other/type", "other/type")]
    [InlineData("application/json; charset=utf-8", "other/type", "application/json")]
    public void A_pattern_gives_way_to_a_type(string type, string otherwise, string expected) =>
        Assert.Equal(expected, MediaType.Concrete(type, otherwise));

    private static string Demand(string documented, string sent, string? encoding = null)
    {
        var headers = new HeaderDictionary { ["Content-Type"] = sent };
        if (encoding is not null)
        {
            headers["Content-Encoding"] = encoding;
        }

        return MediaType
            .Demand(
                new ApiBody(
                    true,
                    documented.Split('|').ToDictionary(type => type, _ => new JsonSchema(), StringComparer.OrdinalIgnoreCase)
                ),
                headers
            )
            .Documented;
    }
}
