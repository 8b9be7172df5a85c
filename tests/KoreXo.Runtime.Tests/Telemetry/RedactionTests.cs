using System.Diagnostics;
using System.Text.Json;

namespace KoreXo.Runtime.Tests;

/// <summary>What was sent is redacted, and nothing else: codes, IDs and JSON stay as they were.</summary>
public sealed class RedactionTests
{
    private const string Body =
        """{"errors":[{"msg":"The limit of 100 is true for each type e, see req-141","code":4001,"message":null,"a":true,"n":0,"count":10,"at":1712345678,"id":"a1-req-141"}]}""";

    [Theory]
    [InlineData("1")]
    [InlineData("0")]
    [InlineData("a")]
    [InlineData("e")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("code")]
    [InlineData("errors")]
    [InlineData("message")]
    [InlineData("req-14")]
    [InlineData("req")]
    [InlineData("141")]
    [InlineData("400")]
    [InlineData("4001")]
    [InlineData("12345678")]
    [InlineData("171234")]
    [InlineData("BadRequest")]
    public async Task A_value_like_any_other_text_leaves_code_status_request_id_and_json_as_they_were(string identity)
    {
        foreach (var asMember in new[] { true, false })
        {
            var (fault, details) = await RefuseAsync(identity, Body, asMember);

            Assert.Equal(("4001", "req-141", "req-141", 400), (fault.Code, fault.RequestId, details.RequestId, (int)fault.Status!.Value));
            Assert.StartsWith("POST /people/{id}: 400 BadRequest, code 4001, The limit of 100 is", fault.Message);
            Assert.EndsWith("(request id req-141)", fault.Message);
            Assert.Contains("see req-141", fault.Message);
            using var json = JsonDocument.Parse(fault.Body!);
            var error = json.RootElement.GetProperty("errors")[0];
            Assert.Equal(
                (4001, 10, 1712345678, 0),
                (
                    error.GetProperty("code").GetInt32(),
                    error.GetProperty("count").GetInt32(),
                    error.GetProperty("at").GetInt32(),
                    error.GetProperty("n").GetInt32()
                )
            );
            Assert.Equal(
                (JsonValueKind.True, JsonValueKind.Null, "a1-req-141"),
                (error.GetProperty("a").ValueKind, error.GetProperty("message").ValueKind, error.GetProperty("id").GetString())
            );
        }
    }

    [Theory]
    [InlineData("1", "no person '1' here", "no person '***' here")]
    [InlineData("1", "id=1", "id=***")]
    [InlineData("1", "person 1 of 11, v1.1", "person *** of 11, v1.1")]
    [InlineData("a", "no user \"a\" at all", "no user \"***\" at all")]
    [InlineData("true", "identity true is unknown, untrue", "identity *** is unknown, untrue")]
    [InlineData("Ada", "ada@example.com, Adam", "***@example.com, Adam")]
    [InlineData("john@example.com", "User JOHN@example.com is gone", "User *** is gone")]
    [InlineData("john doe/x", "at /people/john%20doe%2fx", "at /people/***")]
    [InlineData("secret-1234567890", "xsecret-1234567890x", "x***x")]
    [InlineData("hunter", "line\nhunter, hunters and %0ahunter2", "line\n***, hunters and %0a***2")]
    [InlineData("4711471147", "number 4711471147, not 14711471147", "number ***, not 14711471147")]
    public async Task A_repeat_is_hidden(string identity, string said, string shown)
    {
        foreach (var asMember in new[] { true, false })
        {
            var (fault, _) = await RefuseAsync(
                identity,
                $$"""{"errors":[{"msg":"{{JsonEncodedText.Encode(said)}}","code":4001}]}""",
                asMember
            );

            Assert.Contains($"code 4001, {shown.Replace('\n', ' ')} (request id", fault.Message);
            using var json = JsonDocument.Parse(fault.Body!);
            Assert.Equal(shown, json.RootElement.GetProperty("errors")[0].GetProperty("msg").GetString());
        }
    }

    [Theory]
    [InlineData("1", """{"id":1,"code":1,"message":"no"}""", """{"id":"***","code":1,"message":"no"}""")]
    [InlineData("4711471147", """{"other":4711471147,"code":"E1","message":"no"}""", """{"other":"***","code":"E1","message":"no"}""")]
    [InlineData("john@example.com", """{"errors":{"john@example.com":"unknown"}}""", """{"errors":{"***":"unknown"}}""")]
    [InlineData("müller \"x\" & co", """{"message":"m\u00FCller \u0022x\u0022 \u0026 co"}""", """{"message":"***"}""")]
    [InlineData("john@example.com", "john@example.com is gone", "*** is gone")]
    public async Task A_repeat_in_a_body_is_hidden_where_it_is(string identity, string body, string shown)
    {
        var (fault, _) = await RefuseAsync(identity, body, asMember: false);
        Assert.Equal(shown, fault.Body);
    }

    [Fact]
    public async Task A_value_at_the_cut_of_a_long_body_is_hidden_as_far_as_it_came()
    {
        var identity = new string('x', 200) + "canary" + new string('y', 200);
        var body = $$"""{"message":"{{new string(' ', (32 * 1024) - 212)}}{{identity}}"}""";
        var (fault, _) = await RefuseAsync(identity, body, asMember: true);
        Assert.EndsWith("  ***", fault.Body);
    }

    [Fact]
    public async Task Tens_of_thousands_of_values_cost_no_more_than_a_moment()
    {
        var body = $$"""{"errors":[{"msg":"{{string.Concat(Enumerable.Repeat("value 17 of column", 1700))}}","code":"E1"}]}""";
        var identities = string.Join("\",\"", Enumerable.Range(0, 30_000).Select(index => $"value {index} of column {index % 10}"));
        var watch = Stopwatch.StartNew();

        var (fault, _) = await RefuseAsync(identities, body, asMember: true);

        Assert.Equal("E1", fault.Code);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private static async Task<(KoreXoException Fault, ResponseDetails Details)> RefuseAsync(string identity, string body, bool asMember)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(400, body, ("X-Request-Id", "req-141")));
        using var connection = handler.Connect();
        var operation = new OperationDescriptor(TestApi.Api, "find", HttpMethod.Post, "/people/{id}")
        {
            Scopes = [],
            SensitiveParameters = asMember ? [] : ["id"],
            SensitiveMembers = asMember ? ["name", "id"] : [],
        };
        var address = new RequestAddress(stackalloc char[64]);
        address.Literal("/people/");
        address.Segment(asMember ? "p" : identity, "id");
        var details = new ResponseDetails();
        var request = new OperationRequest(operation, address.ToString())
        {
            Body = !asMember ? null : JsonBody.Create(identity.Split("\",\""), new ListOfTexts()),
        };
        var fault = await Assert.ThrowsAnyAsync<KoreXoException>(() =>
            connection.SendAsync(request, new CallOptions { Details = details }, CancellationToken.None)
        );
        return (fault, details);
    }

    /// <summary>Writes strings as <c>{"name":[…]}</c>.</summary>
    private sealed class ListOfTexts : JsonCodec<string[]>
    {
        public override string[] Read(ref Utf8JsonReader reader) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, string[] value)
        {
            writer.WriteStartObject();
            writer.WriteStartArray("name");
            Array.ForEach(value, writer.WriteStringValue);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }
}
