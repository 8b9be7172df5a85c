using KoreXo.Generator.Binding;
using KoreXo.Generator.Model;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>How a value with parts is written, by the words of the document; and the words of media types in names.</summary>
public sealed class SpreadReaderTests
{
    [Theory]
    [InlineData("", true, "Exploded")]
    [InlineData("", false, "Comma")]
    [InlineData("explode: true", false, "Exploded")]
    [InlineData("explode: false", true, "Comma")]
    [InlineData("style: deepObject", false, "Deep")]
    [InlineData("style: deepObject, explode: false", false, "Deep")]
    [InlineData("style: pipeDelimited", true, "Pipe")]
    [InlineData("style: spaceDelimited, explode: true", true, "Space")]
    [InlineData("style: form, explode: 'false'", true, "Exploded")]
    public void A_style_is_that_of_the_document_or_of_the_place(string members, bool explodes, string expected) =>
        Assert.Equal(expected, SpreadReader.Read(Node(members), explodes).ToString());

    [Fact]
    public void Without_a_place_for_a_style_the_default_is_taken() =>
        Assert.Equal(SpreadStyle.Exploded, SpreadReader.Read(node: null, explodes: true));

    [Fact]
    public void Only_fields_whose_style_is_given_have_one() =>
        Assert.Equal(
            ["a Comma", "b Exploded", "c Json", "e Space", "f Comma"],
            SpreadReader
                .Fields(
                    Node(
                        "a: { explode: false }, b: { style: form }, c: { contentType: application/json; charset=utf-8 }, d: { contentType: text/plain }, e: { style: spaceDelimited }, f: { style: simple }, g: {}"
                    )
                )
                .Select(static field => $"{field.Name} {field.Style}")
        );

    [Theory]
    [InlineData("text/plain; charset=utf-8", "Text", "Text")]
    [InlineData("application/octet-stream", "Bytes", "Bytes")]
    [InlineData("multipart/form-data", "Form", "Form")]
    [InlineData("application/x-yaml", "Yaml", "Yaml")]
    [InlineData("application/json-patch+json", "JsonPatchJson", "JsonPatch")]
    [InlineData("image/*", "", "")]
    public void A_form_has_a_word(string mediaType, string word, string requestWord) =>
        Assert.Equal((word, requestWord), (MediaForm.Word(mediaType), MediaForm.RequestWord(mediaType)));

    [Theory]
    [InlineData("application/xml", true)]
    [InlineData("image/svg+xml", true)]
    [InlineData("application/cbor", true)]
    [InlineData("application/x-protobuf; q=1", true)]
    [InlineData("application/json", false)]
    [InlineData("text/csv", false)]
    public void Another_notation_of_the_same_values_is_no_other_form(string mediaType, bool isNotation) =>
        Assert.Equal(isNotation, MediaForm.IsNotation(mediaType));

    private static SpecNode Node(string members) => SpecText.Read("x.yaml", $"{{ {members} }}", CancellationToken.None);
}
