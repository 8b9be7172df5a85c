using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Bodies and answers that are not JSON: forms, texts, bytes.</summary>
public sealed class ContentTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Count = 5", "&count=5")]
    [InlineData("When = new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.Zero)", "&when=2024-02-29T01%3A02%3A03Z")]
    [InlineData("Sure = false", "&sure=false")]
    [InlineData("Kind = SendFormRequestKind.A", "&kind=a")]
    [InlineData("Tags = [\"a\", \"b&c\"]", "&tags=a&tags=b%26c")]
    [InlineData("Tags = []", "")]
    [InlineData("Joined = [\"a\", \"b\"]", "&joined=a%2Cb")]
    [InlineData("Meta = new Dictionary<string, string> { [\"k\"] = \"v\" }", "&meta=%7B%22k%22%3A%22v%22%7D")]
    [InlineData("Deep = new() { A = new() { B = [1, 2] } }", "&deep%5Ba%5D%5Bb%5D%5B0%5D=1&deep%5Ba%5D%5Bb%5D%5B1%5D=2")]
    [InlineData("Any = 7", "&any=7")]
    public async Task A_form_is_sent_field_by_field(string member, string expected)
    {
        var request = await Sample.RequestAsync("contents", $"await client.SendFormAsync(new() {{ To = \"+1 2\", {member} }});");

        Assert.Equal(
            ("POST /form", "application/x-www-form-urlencoded", "to=%2B1%202" + expected),
            (request.Line, request.Headers["Content-Type"], request.Body)
        );
    }

    [Theory]
    [InlineData("client.SendMaybeAsync()", "")]
    [InlineData("client.SendMaybeAsync(new() { Id = \"x\" })", "id=x")]
    [InlineData("client.SendEitherAsync(new() { Id = \"x\" })", """{"id":"x"}""")]
    [InlineData("client.PutTextAsync(\"hé\")", "hé")]
    [InlineData("client.PostXmlAsync(\"<a/>\")", "<a/>")]
    [InlineData("client.PutBytesAsync(\"a b\", new MemoryStream([104, 105]))", "hi")]
    [InlineData("client.PutBytesAsync(\"a b\", new byte[] { 104, 105 })", "hi")]
    [InlineData("client.PutPictureAsync()", "")]
    [InlineData("client.PutPictureAsync(new BinaryContent(new byte[] { 104, 105 }, \"image/png\"))", "hi")]
    [InlineData("client.PatchThingAsync([new() { Op = \"add\", Path = \"/a\", Value = 5 }])", """[{"op":"add","path":"/a","value":5}]""")]
    public async Task A_body_is_sent_as_it_is(string call, string expected) =>
        Assert.Equal(expected, (await Sample.RequestAsync("contents", $"try {{ await {call}; }} catch (KoreXoException) {{ }}")).Body);

    [Theory]
    [InlineData("client.PutTextAsync(\"a\")", "text/plain; charset=utf-8")]
    [InlineData("client.PostXmlAsync(\"<a/>\")", "application/xml; charset=utf-8")]
    [InlineData("client.PutBytesAsync(\"a\", new byte[0])", "application/octet-stream")]
    [InlineData("client.PutPictureAsync(new byte[0])", "application/octet-stream")]
    [InlineData("client.PutPictureAsync(new BinaryContent(new byte[0], \"image/png\"))", "image/png")]
    [InlineData("client.PatchThingAsync([])", "application/json-patch+json")]
    [InlineData("client.SendFileOrFormAsync(new() { File = TextFile(\"f\", \"f\") })", "multipart/form-data; boundary=")]
    public async Task The_media_type_is_told(string call, string expected) =>
        Assert.StartsWith(
            expected,
            (await Sample.RequestAsync("contents", $"try {{ await {call}; }} catch (KoreXoException) {{ }}")).Headers["Content-Type"],
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("client.GetBytesAsync(\"a\")", "application/octet-stream, */*;q=0.1")]
    [InlineData("client.GetPictureAsync()", "image/png, image/jpeg, */*;q=0.1")]
    [InlineData("client.GetTableAsync()", "text/csv, */*;q=0.1")]
    [InlineData("client.PatchThingAsync([])", "application/vnd.api+json, */*;q=0.1")]
    [InlineData("client.SendFormAsync(new() { To = \"x\" })", "application/json, */*;q=0.1")]
    public async Task What_the_operation_answers_is_asked_for(string call, string expected) =>
        Assert.Equal(expected, (await Sample.RequestAsync("contents", $"await {call};")).Headers["Accept"]);

    [Theory]
    [InlineData("GetBytesAsync(\"a\")", "{}")]
    [InlineData("GetPictureAsync()", "\u0001\u0002")]
    [InlineData("GetAnythingAsync()", "")]
    public async Task Bytes_are_given_as_they_arrive(string call, string answer) =>
        Assert.Equal(
            answer,
            await RunAsync(
                $"await using var answer = await client.{call}; return await new StreamReader(answer.Content).ReadToEndAsync();",
                answer,
                "application/octet-stream"
            )
        );

    [Fact]
    public async Task Bytes_come_with_what_the_server_says_of_them() =>
        Assert.Equal(
            "image/png; charset=utf-8 2",
            await RunAsync(
                "using var answer = await client.GetPictureAsync(); return $\"{answer.ContentType} {answer.Length}\";",
                "hi",
                "image/png"
            )
        );

    [Fact]
    public async Task An_answer_of_bytes_can_be_made_for_a_test() =>
        Assert.Equal(
            "hi",
            await Sample.RunAsync(
                "contents",
                """
                using var answer = new BinaryResponse(new MemoryStream([104, 105]), "text/plain");
                return new StreamReader(answer.Content).ReadToEnd();
                """
            )
        );

    [Fact]
    public async Task A_stream_that_cannot_seek_is_sent_once() =>
        Assert.Equal(
            "The stream cannot seek and has already been sent. Create a new BinaryContent.",
            await Sample.RunAsync(
                "contents",
                """
                var stream = new System.IO.Compression.DeflateStream(new MemoryStream(), System.IO.Compression.CompressionMode.Decompress);
                BinaryContent content = stream;
                await client.PutBytesAsync("a", content);
                try { await client.PutBytesAsync("a", content); return "sent"; }
                catch (InvalidOperationException fault) { return fault.Message; }
                """
            )
        );

    [Theory]
    [InlineData("GetTableAsync()", "\"a\",\"b\"\n", "text/csv", "\"a\",\"b\"\n")]
    [InlineData("GetTableAsync()", "\"a\"", "text/csv", "\"a\"")]
    [InlineData("PutTextAsync(\"x\")", "plain", "text/plain", "plain")]
    [InlineData("PutTextAsync(\"x\")", "\"json\"", "application/json", "json")]
    [InlineData("PutTextAsync(\"x\")", "\"begins\" with a quote", "text/plain", "\"begins\" with a quote")]
    [InlineData("PutTextAsync(\"x\")", "", "text/plain", "")]
    [InlineData("PostXmlAsync(\"<a/>\")", "<b/>", "application/xml", "<b/>")]
    public async Task A_text_is_given_as_it_is(string call, string answer, string mediaType, string expected) =>
        Assert.Equal(expected, await RunAsync($"return await client.{call};", answer, mediaType));

    [Theory]
    [InlineData("""return (await client.GetMaybeAsync())?.Id ?? "none";""", """{"id":"x"}""", "x")]
    [InlineData("""return (await client.GetMaybeAsync())?.Id ?? "none";""", "", "none")]
    [InlineData("""return $"{await client.GetMaybeCountAsync() ?? -1}";""", "5", "5")]
    [InlineData("""return $"{await client.GetMaybeCountAsync() ?? -1}";""", "", "-1")]
    [InlineData("""return (await client.PostRangeAsync()).Id!;""", """{"id":"x"}""", "x")]
    [InlineData("""return (await client.PostAcceptedAsync())?.Id ?? "none";""", """{"id":"x"}""", "x")]
    [InlineData("""await client.GetSilentAsync(); return "done";""", "", "done")]
    [InlineData("""await client.HeadThingAsync(); return "done";""", "", "done")]
    public async Task Several_answers_are_one_result(string statements, string answer, string expected) =>
        Assert.Equal(expected, await RunAsync(statements, answer, "application/json"));

    [Fact]
    public async Task The_parts_of_a_form_that_is_not_described_are_the_callers() =>
        Assert.Contains(
            "form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: application/octet-stream\r\n\r\nhi\r\n",
            (
                await Sample.RequestAsync(
                    "contents",
                    "await client.SendOpenFormAsync(new MultipartForm().AddText(\"kind\", \"new\").AddFile(\"file\", TextFile(\"hi\", \"a.txt\")));"
                )
            ).Body
        );

    [Theory]
    [InlineData("await client.SendMaybeOpenFormAsync() ?? \"none\"", "", "none")]
    [InlineData("await client.SendMaybeOpenFormAsync(new MultipartForm()) ?? \"none\"", "a line", "a line")]
    public async Task A_text_may_be_missing(string expression, string answer, string expected) =>
        Assert.Equal(expected, await RunAsync($"return {expression};", answer, "text/plain"));

    private static async Task<string> RunAsync(string statements, string answer, string mediaType)
    {
        using var handler = new RecordingHandler(answer) { MediaType = mediaType };
        return await Sample.RunAsync(Sample.Document("contents"), statements, handler);
    }
}
