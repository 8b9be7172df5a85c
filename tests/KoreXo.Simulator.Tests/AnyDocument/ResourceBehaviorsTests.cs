using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>Creating, finding, replacing and deleting, by ids that callers give.</summary>
public sealed class ResourceBehaviorsTests() : DocumentTest(Desk.Document)
{
    [Theory]
    [InlineData("1")]
    [InlineData("1.0")]
    [InlineData("10e-1")]
    [InlineData("0.1e1")]
    public async Task A_number_is_an_id_by_its_value(string number)
    {
        await CreateAsync(number);

        Assert.Equal(200, (await SendAsync("GET", "/tickets/1")).Status);
        Assert.Equal(409, (await SendAsync("POST", "/tickets", Ticket("1"))).Status);
        Assert.Equal(200, (await SendAsync("PUT", "/tickets", Ticket("1.00"))).Status);
    }

    [Theory]
    [InlineData("/tickets/01")]
    [InlineData("/tickets/001")]
    [InlineData("/tickets/%31")]
    public async Task A_number_in_the_path_is_an_id_by_its_value(string path)
    {
        await CreateAsync("1");

        Assert.Equal("1", (await SendAsync("GET", path)).Success()["number"]!.ToJsonString());
        Assert.Equal(200, (await SendAsync("PUT", path, Ticket("1"))).Status);
        Assert.Equal(201, (await SendAsync("POST", path + "/comments", """{"text":"hi"}""")).Status);
        Assert.Single((await SendAsync("GET", "/tickets/1/comments")).Success().AsArray());
        Assert.Single((await SendAsync("GET", "/tickets")).Success().AsArray());
        Assert.Equal(204, (await SendAsync("DELETE", path)).Status);
        Assert.Empty((await SendAsync("GET", "/tickets")).Success().AsArray());
    }

    [Theory]
    [InlineData("/tickets/x")]
    [InlineData("/tickets/1.5")]
    [InlineData("/tickets/+1")]
    [InlineData("/tickets/%2B1")]
    [InlineData("/tickets/1%20")]
    [InlineData("/tickets/9223372036854775808")]
    [InlineData("/tickets/1%0A")]
    [InlineData("/tickets/%D9%A1")]
    public async Task What_is_no_integer_is_no_number_of_a_ticket(string path)
    {
        var reply = await SendAsync("GET", path);

        Assert.Equal(400, reply.Status);
        Assert.Equal(
            "The path parameter 'number' is not valid: an integer of at most 64 bits is expected.",
            reply.Json["detail"]!.GetValue<string>()
        );
    }

    [Fact]
    public async Task A_conflict_names_the_resource_and_changes_nothing()
    {
        await CreateAsync("5", "first");

        var reply = await SendAsync("POST", "/tickets", Ticket("5", "second"));

        Assert.Equal((409, "'/tickets/5' exists already."), (reply.Status, reply.Json["detail"]!.GetValue<string>()));
        Assert.Equal("first", (await SendAsync("GET", "/tickets/5")).Success()["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_put_to_an_unused_id_creates_it_and_then_replaces_it()
    {
        Assert.Equal(201, (await SendAsync("PUT", "/tickets/12", Ticket("12", "a"))).Status);
        Assert.Equal(200, (await SendAsync("PUT", "/tickets/12", Ticket("12", "b"))).Status);
        Assert.Equal("b", (await SendAsync("GET", "/tickets/12")).Success()["title"]!.GetValue<string>());
        Assert.Equal(409, (await SendAsync("POST", "/tickets", Ticket("12"))).Status);
    }

    [Fact]
    public async Task The_path_says_which_is_replaced_and_not_the_body()
    {
        await CreateAsync("1");

        var replaced = (await SendAsync("PUT", "/tickets/1", Ticket("2", "b"))).Success();

        Assert.Equal("1", replaced["number"]!.ToJsonString());
        Assert.Equal(404, (await SendAsync("GET", "/tickets/2")).Status);
    }

    [Fact]
    public async Task A_put_to_the_collection_means_the_resource_in_its_body()
    {
        await CreateAsync("1", "a");

        Assert.Equal("b", (await SendAsync("PUT", "/tickets", Ticket("1", "b"))).Success()["title"]!.GetValue<string>());
        Assert.Equal(404, (await SendAsync("PUT", "/tickets", Ticket("2", "b"))).Status);
    }

    [Fact]
    public async Task A_response_without_content_has_none_whatever_the_document_describes()
    {
        await CreateAsync("1");

        var reply = await SendAsync("DELETE", "/tickets/1");

        Assert.Equal((204, null, ""), (reply.Status, reply.Type, reply.Body));
    }

    [Fact]
    public async Task Over_a_socket_a_response_without_content_is_the_same()
    {
        await CreateAsync("1");
        using var http = new HttpClient { BaseAddress = Service.Endpoint };

        using var response = await http.DeleteAsync(new Uri("/tickets/1", UriKind.Relative));

        Assert.Equal((204, 0), ((int)response.StatusCode, (await response.Content.ReadAsByteArrayAsync()).Length));
    }

    [Fact]
    public async Task The_location_of_what_was_created_leads_to_it()
    {
        await CreateAsync("1");

        using var request = new HttpRequestMessage(HttpMethod.Post, "/tickets/1/comments?");
        request.Content = new StringContent("""{"text":"hi"}""", System.Text.Encoding.UTF8, "application/json");
        var reply = await SendAsync(request);
        var location = reply.Response.Headers.Location!;

        Assert.Equal(201, reply.Status);
        Assert.Equal($"/tickets/1/comments/{reply.Json["id"]!.GetValue<string>()}", location.AbsolutePath);
        Assert.Equal(Service.Endpoint.Authority, location.Authority);
    }

    [Fact]
    public async Task A_post_to_an_item_changes_it_where_nothing_else_does()
    {
        await CreateAsync("1");
        var id = (await SendAsync("POST", "/tickets/1/comments", """{"text":"hi"}""")).Success(201)["id"]!.GetValue<string>();

        var changed = (await SendAsync("POST", $"/tickets/1/comments/{id}.json", """{"text":"ho"}""")).Success();

        Assert.Equal((id, "ho"), (changed["id"]!.GetValue<string>(), changed["text"]!.GetValue<string>()));
        Assert.Equal(404, (await SendAsync("POST", "/tickets/1/comments/other.json", """{"text":"ho"}""")).Status);
    }

    [Fact]
    public async Task A_deletion_says_what_was_deleted_if_its_response_has_a_place_for_it()
    {
        await CreateAsync("1");
        var id = (await SendAsync("POST", "/tickets/1/comments", """{"text":"hi"}""")).Success(201)["id"]!.GetValue<string>();

        var deleted = (await SendAsync("DELETE", $"/tickets/1/comments/{id}.json")).Success();

        Assert.Equal($$"""{"id":"{{id}}","deleted":true}""", deleted.ToJsonString());
        Assert.Equal(404, (await SendAsync("DELETE", $"/tickets/1/comments/{id}.json")).Status);
    }

    [Fact]
    public async Task A_comment_without_a_body_has_what_it_must_have()
    {
        await CreateAsync("1");

        var comment = (await SendAsync("POST", "/tickets/1/comments")).Success(201);

        Assert.Equal(["id", "text", "ticketId"], comment.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("GET", "/tickets/7/comments")]
    [InlineData("POST", "/tickets/7/comments")]
    [InlineData("GET", "/tickets/7/comments/a.json")]
    [InlineData("DELETE", "/tickets/7/comments/a.json")]
    public async Task Nothing_belongs_to_a_ticket_that_does_not_exist(string method, string path)
    {
        await CreateAsync("1");

        var reply = await SendAsync(method, path, method == "POST" ? """{"text":"hi"}""" : null);

        Assert.Equal((404, "There is no '/tickets/7'."), (reply.Status, reply.Json["detail"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Two_at_once_create_two()
    {
        var replies = await Task.WhenAll(Enumerable.Range(1, 50).Select(number => SendAsync("POST", "/tickets", Ticket($"{number}"))));

        Assert.All(replies, reply => Assert.Equal(201, reply.Status));
        Assert.Equal(50, (await SendAsync("GET", "/tickets")).Success().AsArray().Count);
    }

    [Fact]
    public async Task Of_many_that_create_the_same_one_does()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => SendAsync("POST", "/tickets", Ticket("1", $"{number}"))));

        Assert.Equal([201, .. Enumerable.Repeat(409, 19)], replies.Select(reply => reply.Status).Order());
    }

    private async Task<JsonNode> CreateAsync(string number, string title = "a") =>
        (await SendAsync("POST", "/tickets", Ticket(number, title))).Success(201);

    private static string Ticket(string number, string title = "a") => $$"""{"number":{{number}},"title":"{{title}}","owner":null}""";
}
