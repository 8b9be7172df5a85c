using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Tests.Operations;
using NJsonSchema;

namespace KoreXo.Simulator.Tests.Requests;

/// <summary>A value that fits no shape of a choice is rejected with the error of the shape that was meant.</summary>
public sealed class ChoiceErrorTests
{
    private const string Choice = """
        {
          "oneOf": [
            { "type": "object", "required": ["items"], "properties": { "items": { "type": "array" }, "state": { "enum": ["open", "closed"] } } },
            { "type": "array", "items": { "type": "object", "required": ["state", "id"], "properties": { "state": { "enum": ["open", "closed"] } } } },
            { "type": "integer", "minimum": 5 }
          ]
        }
        """;

    [Theory]
    [InlineData("""[{ "state": "ajar", "id": 1 }]""", " at /0/state: one of 'open', 'closed' is expected.")]
    [InlineData("""[{ "state": "open" }]""", " at /0/id: it is required.")]
    [InlineData("""{ "state": "open" }""", " at /items: it is required.")]
    [InlineData("""{ "items": [], "state": "ajar" }""", " at /state: one of 'open', 'closed' is expected.")]
    [InlineData("""{ "items": {} }""", " at /items: an array is expected.")]
    [InlineData("4", ": it is below 5.")]
    public async Task A_shape_of_another_kind_was_not_meant(string json, string error)
    {
        var schema = await JsonSchema.FromJsonAsync(Choice);

        Assert.Equal([$"The body is not valid{error}"], SchemaCheck.RequestFaults(schema, AnswerCheck.Parse(json), "The body"));
    }

    [Fact]
    public async Task A_value_of_no_kind_that_is_allowed_gets_one_error()
    {
        var schema = await JsonSchema.FromJsonAsync(Choice);

        Assert.Single(SchemaCheck.RequestFaults(schema, AnswerCheck.Parse("\"text\""), "The body"));
    }
}
