using System.Text;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;
using Microsoft.Net.Http.Headers;
using NJsonSchema;

namespace KoreXo.Simulator.Tests.Requests;

/// <summary>Multipart bodies of any document, written by careless and by hostile clients.</summary>
public sealed class MultipartBodyReaderTests
{
    private const string Schema = """
        {
          "type": "object",
          "properties": {
            "count": { "type": "integer", "minimum": 1 },
            "tags": { "type": "array", "items": { "type": "string" } },
            "meta": { "type": "object", "properties": { "a": { "type": "integer" } } },
            "file": { "type": "string", "format": "binary" },
            "files": { "type": "array", "items": { "type": "string", "format": "binary" } },
            "either": { "oneOf": [{ "type": "string", "format": "binary" }, { "type": "integer" }] }
          },
          "additionalProperties": false
        }
        """;

    [Theory]
    [InlineData("name=\"count\"", "7", """{"count":7}""")]
    [InlineData("name=count", "7", """{"count":7}""")]
    [InlineData("name=\"tags\"", "a", """{"tags":["a"]}""")]
    [InlineData("name=\"tags[]\"", "a", """{"tags":["a"]}""")]
    [InlineData("name=\"meta\"", """{"a":1}""", """{"meta":{"a":1}}""")]
    [InlineData("name=\"meta[a]\"", "1", """{"meta":{"a":1}}""")]
    [InlineData("name=\"either\"", "1", """{"either":"1"}""")]
    [InlineData("name=\"file\"; filename=\"a.bin\"", "x", "{}")]
    [InlineData("name=\"file\"; filename*=UTF-8''%e2%82%ac.bin", "x", "{}")]
    [InlineData("name=\"either\"; filename=\"a.bin\"", "x", "{}")]
    [InlineData("name=\"file\"; filename=\"../../etc/passwd\"", "", "{}")]
    public async Task A_part_is_a_value_or_a_file(string disposition, string content, string expected) =>
        Assert.Equal(expected, (await ReadAsync(Part(disposition, content))).Value.GetRawText());

    [Theory]
    [InlineData("name=\"count\"", "0", "The body is not valid at /count: it is below 1.")]
    [InlineData("name=\"count\"", "+7", "The body is not valid at /count: an integer of at most 64 bits is expected.")]
    [InlineData(
        "name=\"Count\"",
        "7",
        "The body is not valid at /Count: this member is not known; known are count, tags, meta, file, files, either."
    )]
    [InlineData("name=\"meta\"", "{", "The body is not valid at /meta: an object is expected.")]
    [InlineData("name=\"meta[a]\"", "x", "The body is not valid at /meta/a: an integer of at most 64 bits is expected.")]
    [InlineData("name=\"file\"", "x", "The body is not valid at /file: a file part, which has a filename, is expected.")]
    [InlineData("name=\"count\"; filename=\"a\"", "7", "The body is not valid at /count: a plain part, without a filename, is expected.")]
    [InlineData("filename=\"a\"", "7", "A part of the body has no name.")]
    [InlineData("name=\"\"", "7", "A part of the body has no name.")]
    [InlineData("name=\"count", "7", "A part of the body has no name.")]
    public async Task A_wrong_part_is_refused_by_its_name(string disposition, string content, string reason)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => ReadAsync(Part(disposition, content)));

        Assert.Equal(400, refusal.Status);
        Assert.StartsWith(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_has_a_part_for_each_item()
    {
        var form = await ReadAsync(Part("name=\"tags\"", "a") + Part("name=\"tags\"", "b") + Part("name=\"files\"; filename=\"1\"", "x"));

        Assert.Equal("""{"tags":["a","b"]}""", form.Value.GetRawText());
        Assert.Equal("1", form.Files["files"].FileName);
    }

    [Fact]
    public async Task A_file_is_kept_byte_by_byte()
    {
        var form = await ReadAsync(Part("name=\"file\"; filename=\"a.bin\"", "--c\r\n\r\n\0--b"));

        Assert.Equal("--c\r\n\r\n\0--b", Encoding.UTF8.GetString(form.Files["file"].Content.Span));
    }

    [Theory]
    [InlineData(70)]
    [InlineData(200)]
    [InlineData(4000)]
    public async Task A_long_boundary_is_a_boundary(int length)
    {
        var boundary = new string('b', length);

        Assert.Equal("""{"count":7}""", (await ReadAsync(Part("name=\"count\"", "7", boundary), boundary)).Value.GetRawText());
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(20_000)]
    public async Task A_boundary_that_is_far_too_long_is_refused(int length)
    {
        var boundary = new string('b', length);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => ReadAsync(Part("name=\"count\"", "7", boundary), boundary));

        Assert.Equal((400, "The boundary of the body is too long."), (refusal.Status, refusal.Message));
    }

    [Theory]
    [InlineData(17, 1)]
    [InlineData(1, 20_000)]
    public async Task Too_many_or_too_long_headers_of_a_part_are_refused(int headers, int length)
    {
        var more = string.Concat(Enumerable.Range(0, headers).Select(number => $"\r\nX-{number}: {new string('x', length)}"));

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => ReadAsync(Part("name=\"count\"" + more, "7")));

        Assert.StartsWith("The body is not valid multipart/form-data: ", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"\"")]
    public async Task Without_a_boundary_nothing_is_read(string boundary)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => ReadAsync(Part("name=\"count\"", "7"), boundary));

        Assert.Equal(400, refusal.Status);
    }

    [Fact]
    public async Task Many_parts_are_read()
    {
        var body = string.Concat(Enumerable.Range(0, 2000).Select(number => Part("name=\"tags\"", $"{number}")));

        Assert.Equal(2000, (await ReadAsync(body)).Value.GetProperty("tags").GetArrayLength());
    }

    private static string Part(string disposition, string content, string boundary = "b") =>
        $"--{boundary}\r\nContent-Disposition: form-data; {disposition}\r\n\r\n{content}\r\n";

    private static Task<MultipartForm> ReadAsync(string body, string boundary = "b") =>
        MultipartBodyReader.ReadAsync(
            JsonSchema.FromJsonAsync(Schema).GetAwaiter().GetResult(),
            new MediaTypeHeaderValue("multipart/form-data") { Boundary = boundary },
            Encoding.UTF8.GetBytes($"{body}--{boundary}--\r\n"),
            CancellationToken.None
        );
}
