using System.Net;

namespace KoreXo.Simulator.Tests.Bots;

public sealed class UploadTests : BotTest
{
    [Fact]
    public async Task A_file_gets_an_id_a_hash_and_a_name_of_its_own()
    {
        var content = "abc"u8.ToArray();
        using var form = Form(content, "bulkImport", ".json");

        var file = (await Caller.SendAsync("POST", "/api/public/uploadfile", form)).Success();

        Assert.Equal(24, file["fileId"]!.GetValue<string>().Length);
        Assert.Equal("a9993e364706816aba3e25717850c26c9cd0d89d", file["hash"]!.GetValue<string>());
        Assert.Matches(@"^f-.*[^.]\.json$", file["fileName"]!.GetValue<string>());
        Assert.NotEqual(await UploadAsync(content, "same.json"), file["fileId"]!.GetValue<string>());
    }

    [Fact]
    public async Task Missing_parts_are_named_together()
    {
        using var form = new MultipartFormDataContent { { new StringContent("bulkImport"), "fileContext" } };

        var refusal = (await Caller.SendAsync("POST", "/api/public/uploadfile", form)).Refusal(HttpStatusCode.BadRequest);
        Assert.Contains("at /file: it is required", refusal, StringComparison.Ordinal);
        Assert.Contains("at /fileExtension: it is required", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_name_is_no_file()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("{}"), "file" },
            { new StringContent("bulkImport"), "fileContext" },
            { new StringContent("json"), "fileExtension" },
        };

        Assert.Contains(
            "at /file: a file part",
            (await Caller.SendAsync("POST", "/api/public/uploadfile", form)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_text_part_with_a_file_name_is_no_text()
    {
        using var form = Form([], "bulkImport", "json", fileExtensionFile: "x.txt");

        Assert.Contains(
            "at /fileExtension: a plain part",
            (await Caller.SendAsync("POST", "/api/public/uploadfile", form)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_second_file_in_one_call_is_refused()
    {
        using var form = Form([1], "bulkImport", "json");
        form.Add(new ByteArrayContent([2]), "file", "second.json");

        Assert.Contains(
            "'file' of the body is given more than once",
            (await Caller.SendAsync("POST", "/api/public/uploadfile", form)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_context_and_extension_that_are_not_documented_are_taken()
    {
        using var form = Form([1, 2, 3], "roles", "xlsx");

        (await Caller.SendAsync("POST", "/api/public/uploadfile", form)).Success();
    }

    [Theory]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("multipart/form-data; boundary=other", "not valid multipart/form-data")]
    public async Task A_broken_form_is_refused(string type, string reason)
    {
        using var content = new StringContent("--x\r\n\r\n--x--");
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        Assert.Contains(
            reason,
            (await Caller.SendAsync("POST", "/api/public/uploadfile", content)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Json_instead_of_a_form_is_refused() =>
        (await Caller.PostAsync("/api/public/uploadfile", "{}")).Refusal(HttpStatusCode.UnsupportedMediaType);

    private static MultipartFormDataContent Form(byte[] content, string context, string extension, string? fileExtensionFile = null)
    {
        var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(content), "file", "Botdefinition.json" },
            { new StringContent(context), "fileContext" },
        };
        if (fileExtensionFile is null)
        {
            form.Add(new StringContent(extension), "fileExtension");
        }
        else
        {
            form.Add(new StringContent(extension), "fileExtension", fileExtensionFile);
        }

        return form;
    }
}
