using System.Net;
using System.Text;

namespace KoreXo.Simulator.Tests.Requests;

/// <summary>Forms with a file, as an upload sends them.</summary>
public sealed class MultipartBodyTests : AreaTest
{
    private const string Upload = "/api/public/uploadfile";
    private const string File = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.json\"\r\n\r\n{}\r\n";
    private const string Context = "--b\r\nContent-Disposition: form-data; name=\"fileContext\"\r\n\r\nbulkImport\r\n";
    private const string Extension = "--b\r\nContent-Disposition: form-data; name=\"fileExtension\"\r\n\r\njson\r\n";

    [Theory]
    [InlineData("multipart/form-data; boundary=b", File + Context + Extension + "--b--\r\n")]
    [InlineData("multipart/form-data; boundary=\"b\"", File + Context + Extension + "--b--")]
    [InlineData("MULTIPART/Form-Data; Boundary=b", "preamble\r\n" + Extension + Context + File + "--b--\r\nepilogue")]
    public async Task A_form_is_read_in_every_legal_spelling(string type, string body) => (await SendAsync(type, body)).Success();

    [Theory]
    [InlineData("multipart/form-data", File + "--b--\r\n", "The content type has no boundary.")]
    [InlineData("multipart/form-data; boundary=c", File + "--b--\r\n", "The body is not valid multipart/form-data")]
    [InlineData("multipart/form-data; boundary=b", File + Context + Extension, "The body is not valid multipart/form-data")]
    [InlineData("multipart/form-data; boundary=b", "{}", "The body is not valid multipart/form-data")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\n\r\nx\r\n--b--\r\n", "A part of the body has no name.")]
    [InlineData("multipart/form-data; boundary=b", Context + Extension + "--b--\r\n", "at /file: it is required")]
    [InlineData(
        "multipart/form-data; boundary=b",
        File + Context + Context + Extension + "--b--\r\n",
        "The part 'fileContext' of the body is given more than once."
    )]
    [InlineData(
        "multipart/form-data; boundary=b",
        File + File + Context + Extension + "--b--\r\n",
        "The part 'file' of the body is given more than once."
    )]
    [InlineData(
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n{}\r\n" + Context + Extension + "--b--\r\n",
        "at /file: a file part, which has a filename, is expected."
    )]
    [InlineData(
        "multipart/form-data; boundary=b",
        File + Extension + "--b\r\nContent-Disposition: form-data; name=\"fileContext\"; filename=\"x\"\r\n\r\nbulkImport\r\n--b--\r\n",
        "at /fileContext: a plain part, without a filename, is expected."
    )]
    public async Task A_form_that_is_not_well_formed_is_refused(string type, string body, string reason) =>
        Assert.Contains(reason, (await SendAsync(type, body)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);

    [Theory]
    [InlineData("multipart/mixed; boundary=b")]
    [InlineData("application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(";")]
    public async Task Another_media_type_than_a_form_is_refused(string type) =>
        Assert.Contains(
            "multipart/form-data is expected",
            (await SendAsync(type, File + "--b--\r\n")).Refusal(HttpStatusCode.UnsupportedMediaType),
            StringComparison.Ordinal
        );

    private Task<TestCaller.Reply> SendAsync(string type, string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return Admin.SendAsync("POST", Upload, content);
    }
}
