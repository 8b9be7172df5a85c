using System.Text;
using System.Text.Json;
using KoreXo.OpenApi.Document;
using KoreXo.Simulator.Behaviors;
using KoreXo.Simulator.Behaviors.Documented;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Requests;
using Newtonsoft.Json.Linq;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>Runtime expressions over a call and its response.</summary>
public sealed class RuntimeExpressionTests
{
    private const string Sent = """{"kind":"a","flag":true,"count":1.50,"a/b":{"~":[10,{"x":"deep"}]},"none":null}""";
    private const string Received = """{"id":7,"items":[{"id":"first"},{"id":"second"}],"text":"7"}""";

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("", "\"\"")]
    [InlineData("request.body#/kind", "\"request.body#/kind\"")]
    [InlineData("$request.path.id", "\"a b\"")]
    [InlineData("$request.path.other", null)]
    [InlineData("$request.query.flag", "\"true\"")]
    [InlineData("$request.query.size", "\"12\"")]
    [InlineData("$request.query.share", "\"0.5\"")]
    [InlineData("$request.query.ids", "\"[1,2]\"")]
    [InlineData("$request.query.none", null)]
    [InlineData("$request.header.X-Trace", "\"t\"")]
    [InlineData("$request.header.x-none", null)]
    [InlineData("$request.body#/kind", "\"a\"")]
    [InlineData("$request.body#/count", "1.50")]
    [InlineData("$request.body#/flag", "true")]
    [InlineData("$request.body#/a~1b/~0/0", "10")]
    [InlineData("$request.body#/a~1b/~0/1/x", "\"deep\"")]
    [InlineData("$request.body#/a~1b/~0/2", null)]
    [InlineData("$request.body#/a~1b/~0/-1", null)]
    [InlineData("$request.body#/a~1b/~0/x", null)]
    [InlineData("$request.body#/kind/x", null)]
    [InlineData("$request.body#/none", null)]
    [InlineData("$response.body#/id", "7")]
    [InlineData("$response.body#/items/1/id", "\"second\"")]
    [InlineData("$response.body#/items/99999999999", null)]
    [InlineData("$response.header.Location", null)]
    [InlineData("$url", null)]
    [InlineData("$", null)]
    public void An_expression_has_the_value_of_its_place(string expression, string? expected) =>
        Assert.Equal(expected, RuntimeExpression.Evaluate(expression, Call(Sent), Answer(Received))?.ToJsonString());

    [Theory]
    [InlineData("$request.body#/kind")]
    [InlineData("$response.body#/id")]
    [InlineData("$response.body#")]
    public void Without_a_body_an_expression_over_it_has_no_value(string expression) =>
        Assert.Null(RuntimeExpression.Evaluate(expression, Call(body: null), ApiAnswer.Empty(204)));

    [Theory]
    [InlineData("path.id", "a b")]
    [InlineData("query.flag", "true")]
    [InlineData("query.size", "12")]
    [InlineData("query.ids", "[1,2]")]
    [InlineData("query.none", null)]
    [InlineData("header.X-Trace", "t")]
    [InlineData("body.kind", "a")]
    [InlineData("body.flag", "true")]
    [InlineData("body.count", "1.50")]
    [InlineData("body.none", null)]
    [InlineData("cookie.id", null)]
    [InlineData("kind", null)]
    public void A_target_is_what_the_status_call_has_there(string target, string? expected) =>
        Assert.Equal(expected, RuntimeExpression.Target(target, Call(Sent)));

    [Theory]
    [InlineData("$request.query.flag", "query.flag")]
    [InlineData("$request.query.flag", "body.flag")]
    [InlineData("$request.body#/flag", "query.flag")]
    [InlineData("$request.body#/flag", "body.flag")]
    [InlineData("$response.body#/text", "body.id")]
    [InlineData("$response.body#/id", "body.id")]
    public void What_a_start_gives_is_what_a_status_call_is_recognized_by(string expression, string target)
    {
        var start = RuntimeExpression.Plain(RuntimeExpression.Evaluate(expression, Call(Sent), Answer(Received)));

        Assert.Equal(start, RuntimeExpression.Target(target, Call("""{"flag":true,"id":7}""")));
    }

    private static OperationCall Call(string? body)
    {
        var values = new Dictionary<(ParameterLocation, string), JToken>
        {
            [(ParameterLocation.Path, "id")] = new JValue("a b"),
            [(ParameterLocation.Query, "flag")] = new JValue(true),
            [(ParameterLocation.Query, "size")] = new JValue(12L),
            [(ParameterLocation.Query, "share")] = new JValue(0.5m),
            [(ParameterLocation.Query, "ids")] = new JArray(1, 2),
            [(ParameterLocation.Header, "X-Trace")] = new JValue("t"),
        };
        var operation = new ApiOperation
        {
            Id = "start",
            Method = "POST",
            Path = "/x/{id}",
            Parameters = [],
            Responses = [],
        };
        var element = body is null ? default : JsonDocument.Parse(body).RootElement.Clone();
        return new OperationCall(operation, null, new ParameterValues(values), element, null, new Uri("http://localhost/"))
        {
            PathValues = new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = "a b" },
        };
    }

    private static ApiAnswer Answer(string json) => new(200, "application/json", Encoding.UTF8.GetBytes(json));
}
