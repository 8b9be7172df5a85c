using System.Text;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;
using NJsonSchema;

namespace KoreXo.Simulator.Tests.Requests;

/// <summary>Fields of a form, as members with the types of their schema.</summary>
public sealed class FormBodyTests
{
    private const string Schema = """
        {
          "type": "object",
          "required": ["name"],
          "properties": {
            "name": { "type": "string" },
            "count": { "type": "integer", "maximum": 9 },
            "price": { "type": "number" },
            "paid": { "type": "boolean" },
            "either": { "oneOf": [{ "type": "integer" }, { "type": "string", "enum": ["all"] }] },
            "tags": { "type": "array", "items": { "type": "string" } },
            "ids": { "type": "array", "items": { "type": "integer" } },
            "owner": { "type": "object", "properties": { "age": { "type": "integer" }, "home": { "type": "object", "properties": { "zip": { "type": "string" } } } } }
          }
        }
        """;

    [Theory]
    [InlineData("name=a", """{"name":"a"}""")]
    [InlineData("name=", """{"name":""}""")]
    [InlineData("name", """{"name":""}""")]
    [InlineData("name=a+b%20c%2B", """{"name":"a b c+"}""")]
    [InlineData("name=1&count=1&price=1.50&paid=true", """{"name":"1","count":1,"price":1.50,"paid":true}""")]
    [InlineData("name=a&count=-9223372036854775808", """{"name":"a","count":-9223372036854775808}""")]
    [InlineData("name=a&either=5", """{"name":"a","either":5}""")]
    [InlineData("name=a&either=all", """{"name":"a","either":"all"}""")]
    [InlineData("name=a&tags=1", """{"name":"a","tags":["1"]}""")]
    [InlineData("name=a&tags[]=1&tags[]=2", """{"name":"a","tags":["1","2"]}""")]
    [InlineData("name=a&ids=1&ids=2", """{"name":"a","ids":[1,2]}""")]
    [InlineData("name=a&owner[age]=7&owner[home][zip]=8001", """{"name":"a","owner":{"age":7,"home":{"zip":"8001"}}}""")]
    [InlineData("name=a&owner={\"age\":7}", """{"name":"a","owner":{"age":7}}""")]
    [InlineData("name=a&more=1", """{"name":"a","more":"1"}""")]
    public void A_field_has_the_type_of_its_schema(string body, string expected) => Assert.Equal(expected, Read(body));

    [Theory]
    [InlineData("", "The body is not valid at /name: it is required.")]
    [InlineData("Name=a", "The body is not valid at /name: it is required.")]
    [InlineData("name=a&count=x", "The body is not valid at /count: an integer of at most 64 bits is expected.")]
    [InlineData("name=a&count=1.5", "The body is not valid at /count: an integer of at most 64 bits is expected.")]
    [InlineData("name=a&count=", "The body is not valid at /count: an integer of at most 64 bits is expected.")]
    [InlineData("name=a&count= 1", "The body is not valid at /count: an integer of at most 64 bits is expected.")]
    [InlineData("name=a&count=10", "The body is not valid at /count: it is above 9.")]
    [InlineData("name=a&owner[age]=9223372036854775808", "The body is not valid at /owner/age: an integer of at most 64 bits is expected.")]
    [InlineData("name=a&price=NaN", "The body is not valid at /price: a number is expected.")]
    [InlineData("name=a&price=1e999", "The body is not valid at /price: a number is expected.")]
    [InlineData("name=a&paid=True", "The body is not valid at /paid: true or false is expected.")]
    [InlineData("name=a&name=a", "The body is not valid at /name: it is given more than once.")]
    [InlineData("name=a&paid=1", "The body is not valid at /paid: true or false is expected.")]
    [InlineData("name=a&ids=1&ids=x", "The body is not valid at /ids/1: an integer of at most 64 bits is expected.")]
    [InlineData("name=a&owner=x", "The body is not valid at /owner: an object is expected.")]
    [InlineData("name=a&owner[age]=x", "The body is not valid at /owner/age: an integer of at most 64 bits is expected.")]
    public void A_field_of_another_type_is_refused_by_its_place(string body, string reason)
    {
        var refusal = Assert.Throws<RefusalException>(() => Read(body));

        Assert.Equal((400, reason), (refusal.Status, refusal.Message));
    }

    [Fact]
    public void A_field_of_JSON_may_be_as_deep_as_a_body()
    {
        var json = string.Concat(Enumerable.Repeat("{\"a\":", 63)) + "{}" + new string('}', 63);

        Assert.Equal($"{{\"name\":\"a\",\"owner\":{json}}}", Read("name=a&owner=" + json));
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(100_000, false)]
    public void A_name_is_nested_in_so_many_brackets_and_no_more(int depth, bool isRead)
    {
        var body = $"name=a&owner{string.Concat(Enumerable.Repeat("[a]", depth))}=1";

        if (isRead)
        {
            Assert.EndsWith("\"1\"" + new string('}', depth + 1), Read(body), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal("A name is nested in more than 64 brackets.", Assert.Throws<RefusalException>(() => Read(body)).Message);
        }
    }

    private static string Read(string body) =>
        FormBodyReader.Read(JsonSchema.FromJsonAsync(Schema).GetAwaiter().GetResult(), Encoding.UTF8.GetBytes(body)).GetRawText();
}
