namespace KoreXo.Generator.Tests.Emit;

/// <summary>Files of a form that stand behind a reference, a choice with null or a list.</summary>
public sealed class WrappedFileTests
{
    [Theory]
    [InlineData("Optional = TextFile(\"hi\", \"a.txt\")", "optional")]
    [InlineData("Either = TextFile(\"hi\", \"a.txt\")", "either")]
    [InlineData("Alias = TextFile(\"hi\", \"a.txt\")", "alias")]
    [InlineData("Typed = TextFile(\"hi\", \"a.txt\")", "typed")]
    [InlineData("Many = [TextFile(\"hi\", \"a.txt\")]", "many")]
    [InlineData("ManyAliases = [TextFile(\"hi\", \"a.txt\")]", "manyAliases")]
    [InlineData("ManyOptional = [TextFile(\"hi\", \"a.txt\")]", "manyOptional")]
    [InlineData("OneOrMany = [TextFile(\"hi\", \"a.txt\")]", "oneOrMany")]
    [InlineData("FileOrLink = TextFile(\"hi\", \"a.txt\")", "fileOrLink")]
    [InlineData("FilesOrLinks = [TextFile(\"hi\", \"a.txt\")]", "filesOrLinks")]
    public async Task A_wrapped_file_is_sent_with_its_name_and_type(string part, string name) =>
        Assert.Contains(
            $"form-data; name=\"{name}\"; filename=\"a.txt\"\r\nContent-Type: application/octet-stream\r\n\r\nhi\r\n",
            await BodyAsync(part),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("FileOrLink = \"https://files.test/1\"", "fileOrLink", "https://files.test/1")]
    [InlineData("FilesOrLinks = [\"a link\"]", "filesOrLinks", "a link")]
    [InlineData("Note = \"plain\"", "note", "plain")]
    public async Task A_string_is_sent_without_a_file_name(string part, string name, string text) =>
        Assert.Contains($"form-data; name=\"{name}\"\r\n\r\n{text}\r\n", await BodyAsync(part), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_not_set_is_not_sent() =>
        Assert.Equal(1, (await BodyAsync("Note = \"only\"")).Split("form-data; name=").Length - 1);

    [Fact]
    public async Task Bytes_of_any_type_may_be_wrapped_too() =>
        Assert.Equal("hi", (await Sample.RequestAsync("optional-files", "await client.PutAnythingAsync(new byte[] { 104, 105 });")).Body);

    [Fact]
    public async Task A_list_of_files_of_Swagger_is_sent_as_files()
    {
        using var handler = new KoreXo.Testing.Http.RecordingHandler();
        await Sample.RunAsync(
            Sample.Client(
                """
                swagger: "2.0"
                info: { title: Files, version: "1" }
                consumes: [multipart/form-data]
                paths:
                  /files:
                    post:
                      operationId: sendFiles
                      parameters: [{ name: files, in: formData, type: array, items: { type: file } }]
                      responses: { "204": { description: Stored. } }
                """
            ),
            "await client.SendFilesAsync(new() { Files = [TextFile(\"hi\", \"a.txt\")] }); return \"\";",
            handler
        );

        Assert.Contains("name=\"files\"; filename=\"a.txt\"", handler.Requests[0].Body, StringComparison.Ordinal);
    }

    private static async Task<string> BodyAsync(string part) =>
        (await Sample.RequestAsync("optional-files", $"await client.UploadAsync(new() {{ {part} }});")).Body;
}
