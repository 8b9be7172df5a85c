using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>Requests to any service are held to its document.</summary>
public sealed class ValidationTests() : DocumentTest(Library.Document)
{
    [Theory]
    [InlineData("/search", "The query parameter 'term' is missing.")]
    [InlineData("/search?term=a", "The query parameter 'term' is not valid: at least 2 characters are expected.")]
    [InlineData("/search?term=ab&kinds=book,pen", "The query parameter 'kinds' is not valid at /1: one of 'book', 'map' is expected.")]
    [InlineData(
        "/search?term=ab&range[from]=x",
        "The query parameter 'range' is not valid at /from: an integer of at most 64 bits is expected."
    )]
    [InlineData("/search?term=ab&page=1", "The query parameter 'page' is not known to this API.")]
    public async Task A_wrong_parameter_is_explained_in_the_documented_form(string path, string message)
    {
        var reply = await SendAsync("GET", path);

        Assert.Equal((400, "application/json"), (reply.Status, reply.Type));
        Assert.Equal(message, reply.Json["error"]!["message"]!.GetValue<string>());
        Assert.Contains(reply.Json["error"]!["code"]!.GetValue<string>(), new[] { "bad_input", "other" });
        Assert.Equal(message, Service.Requests[^1].Reason);
    }

    [Theory]
    [InlineData("X-Trace", "one", "The header 'X-Trace' is not valid: an integer of at most 64 bits is expected.")]
    [InlineData("Cookie", "other=1; session=12345", "The cookie 'session' is not valid: at most 4 characters are allowed.")]
    public async Task A_wrong_header_or_cookie_is_explained(string name, string value, string message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/search?term=ab");
        request.Headers.TryAddWithoutValidation(name, value);

        var reply = await SendAsync(request);

        Assert.Equal(400, reply.Status);
        Assert.Equal(message, reply.Json["error"]!["message"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("{", "The body is not valid JSON")]
    [InlineData("""{"stars":6,"by":"Ada"}""", "The body is not valid at /stars: it is above 5.")]
    [InlineData("""{"stars":5}""", "The body is not valid at /by: it is required.")]
    [InlineData("""{"stars":5,"by":"Ada","mood":"good"}""", "The body is not valid at /mood: this member is not known")]
    public async Task A_wrong_body_gets_the_status_that_the_document_has_for_it(string body, string message)
    {
        var reply = await SendAsync("POST", "/reviews", body);

        Assert.Equal(422, reply.Status);
        Assert.StartsWith(message, reply.Json["error"]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_is_read_like_the_object_that_it_stands_for()
    {
        using var right = new HttpRequestMessage(HttpMethod.Post, "/reviews");
        right.Content = new FormUrlEncodedContent([new("stars", "4"), new("by", "Ada"), new("tags", "a"), new("tags", "b")]);
        using var wrong = new HttpRequestMessage(HttpMethod.Post, "/reviews");
        wrong.Content = new FormUrlEncodedContent([new("stars", "many"), new("by", "Ada")]);

        Assert.Equal(202, (await SendAsync(right)).Status);
        Assert.Equal(422, (await SendAsync(wrong)).Status);
    }

    [Fact]
    public async Task A_content_type_that_the_document_does_not_have_gets_a_problem()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/reviews");
        request.Content = new StringContent("<review/>", Encoding.UTF8, new MediaTypeHeaderValue("application/xml"));

        var reply = await SendAsync(request);

        Assert.Equal((415, "application/problem+json"), (reply.Status, reply.Type));
        Assert.Contains("'application/xml' is not taken", reply.Json["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_the_document_does_not_have_is_not_found()
    {
        var reply = await SendAsync("GET", "/nowhere");

        Assert.Equal((404, "application/problem+json"), (reply.Status, reply.Type));
        Assert.Equal("There is no API at the path '/nowhere'.", reply.Json["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_method_that_the_path_does_not_have_names_those_it_has()
    {
        var reply = await SendAsync("GET", "/ping");

        Assert.Equal(405, reply.Status);
        Assert.Equal(["HEAD", "PUT"], reply.Response.Content.Headers.Allow);
    }

    [Fact]
    public async Task The_document_s_example_is_the_answer()
    {
        var reply = await SendAsync("GET", "/search?term=ab");

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"title":"Walden","year":1854}"""), reply.Success()));
    }

    [Fact]
    public async Task The_paths_of_the_servers_are_served_too()
    {
        Assert.Equal(200, (await SendAsync("GET", "/v2/search?term=ab")).Status);
    }

    [Fact]
    public async Task Without_an_example_the_answer_is_made_from_the_schema()
    {
        var receipt = (await SendAsync("POST", "/reviews", """{"stars":5,"by":"Ada"}""")).Success(202);

        Assert.Equal(11, receipt["number"]!.GetValue<int>());
        Assert.Matches("^[A-Z]{2}-[0-9]{4,6}$", receipt["code"]!.GetValue<string>());
        Assert.InRange(receipt["at"]!.GetValue<DateTimeOffset>(), Clock.GetUtcNow().AddDays(-7), Clock.GetUtcNow());
        Assert.Contains(receipt["kind"]!["form"]!.GetValue<string>(), new[] { "Paper", "Digital" });
    }

    [Fact]
    public async Task The_same_request_gets_the_same_answer()
    {
        var first = await SendAsync("POST", "/reviews", """{"stars":5,"by":"Ada"}""");
        var second = await SendAsync("POST", "/reviews", """{"stars":5,"by":"Ada"}""");

        Assert.Equal(first.Body, second.Body);
    }

    [Fact]
    public async Task A_file_is_sent_with_its_type_and_nothing_with_none()
    {
        var file = await SendAsync("GET", "/reports/2026.pdf");
        var nothing = await SendAsync("PUT", "/ping");

        Assert.Equal((200, "application/pdf"), (file.Status, file.Type));
        Assert.NotEmpty(file.Body);
        Assert.Equal((204, null, ""), (nothing.Status, nothing.Type, nothing.Body));
    }

    [Fact]
    public async Task Over_a_socket_it_is_the_same()
    {
        using var http = new HttpClient { BaseAddress = Service.Endpoint };

        using var nothing = await http.PutAsync(new Uri("/ping", UriKind.Relative), content: null);
        using var here = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/ping"));
        using var wrong = await http.GetAsync(new Uri("/search", UriKind.Relative));

        Assert.Equal((204, 204, 400), ((int)nothing.StatusCode, (int)here.StatusCode, (int)wrong.StatusCode));
    }

    [Fact]
    public void It_is_told_that_nothing_is_kept() => Assert.All(Service.Operations, operation => Assert.False(operation.IsStateful));
}
