using System.Text.RegularExpressions;
using KoreXo.Generator.Tests.Calls;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Each form in which a document accepts a request can be sent, not only the first.</summary>
public sealed partial class RequestFormTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Forms, version: "1" }
        paths:
          /reports:
            post:
              operationId: addReport
              requestBody:
                required: true
                content:
                  application/json: { schema: { $ref: '#/components/schemas/Report' } }
                  text/json: { schema: { $ref: '#/components/schemas/Report' } }
                  application/xml: { schema: { $ref: '#/components/schemas/Report' } }
                  application/x-www-form-urlencoded: { schema: { type: object, properties: { name: { type: string } } } }
                  multipart/form-data: { schema: { type: object, properties: { name: { type: string }, file: { type: string, format: binary } } } }
              responses: { "204": { description: Done. } }
            patch:
              operationId: changeReport
              requestBody:
                content:
                  application/merge-patch+json: { schema: { $ref: '#/components/schemas/Report' } }
                  application/json-patch+json: { schema: { type: array, items: { type: object, properties: { op: { type: string } } } } }
              responses: { "204": { description: Done. } }
            put:
              operationId: replaceReport
              requestBody:
                content:
                  application/octet-stream: {}
                  application/json: { schema: { $ref: '#/components/schemas/Report' } }
                  text/csv: { schema: { type: string } }
              responses: { "204": { description: Done. } }
          /files:
            post:
              operationId: addFile
              requestBody:
                content:
                  application/json: { schema: { type: object, properties: { name: { type: string }, file: { type: string } } } }
                  multipart/form-data: { schema: { type: object, properties: { name: { type: string }, file: { type: string, format: binary } } } }
              responses: { "204": { description: Done. } }
        components: { schemas: { Report: { type: object, properties: { name: { type: string } } } } }
        """;

    [GeneratedRegex(@"Task (?<name>\w+From\w+Async)\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MethodName { get; }

    [Theory]
    [InlineData("""AddReportAsync(new Report { Name = "a" })""", "application/json", """{"name":"a"}""")]
    [InlineData("""ChangeReportAsync(new Report { Name = "a" })""", "application/merge-patch+json", """{"name":"a"}""")]
    [InlineData(
        """ChangeReportFromJsonPatchAsync([new ChangeReportFromJsonPatchRequestItem { Op = "add" }])""",
        "application/json-patch+json",
        """[{"op":"add"}]"""
    )]
    [InlineData("""ReplaceReportAsync(new Report { Name = "a" })""", "application/json", """{"name":"a"}""")]
    [InlineData("""ReplaceReportFromCsvAsync("a;b")""", "text/csv", "a;b")]
    [InlineData(
        """ReplaceReportFromBytesAsync(new BinaryContent("raw"u8.ToArray(), "application/octet-stream"))""",
        "application/octet-stream",
        "raw"
    )]
    public async Task A_request_is_sent_in_the_form_that_its_method_names(string call, string mediaType, string body)
    {
        var request = await new HttpSample(Document).RequestAsync($"await client.{call};");

        Assert.StartsWith(mediaType, request.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal(body, request.Text);
    }

    [Fact]
    public async Task A_form_with_a_file_can_be_sent_where_JSON_is_accepted_too()
    {
        var request = await new HttpSample(Document).RequestAsync(
            """await client.AddReportFromFormAsync(new AddReportFromFormRequest { File = new FilePart(new MemoryStream("raw"u8.ToArray()), "a.txt") });"""
        );

        Assert.StartsWith("multipart/form-data", request.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("filename=\"a.txt\"", request.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_notation_of_the_same_members_has_no_method_unless_only_it_can_carry_a_file()
    {
        var client = Sample.Run(Sample.Client(Document)).Source("Sample.Client.g.cs");

        Assert.Equal(
            [
                "AddReportFromFormAsync",
                "ChangeReportFromJsonPatchAsync",
                "ReplaceReportFromBytesAsync",
                "ReplaceReportFromCsvAsync",
                "AddFileFromFormAsync",
            ],
            MethodName.Matches(client).Select(static match => match.Groups["name"].Value)
        );
    }
}
