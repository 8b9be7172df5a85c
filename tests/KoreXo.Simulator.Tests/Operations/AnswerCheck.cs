using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Requests;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace KoreXo.Simulator.Tests.Operations;

/// <summary>
/// Holds an answer against what the document promises: its status, its type, its form, and no member that is not declared.
/// </summary>
internal static class AnswerCheck
{
    public static void Success(ApiOperation operation, TestCaller.Reply reply)
    {
        Assert.True((int)reply.Status == operation.SuccessStatus, $"{operation.Id}: {(int)reply.Status} {reply.Text}");
        if (reply.Headers["Content-Type"].StartsWith("text/plain", StringComparison.Ordinal))
        {
            Assert.Contains(operation.Responses, response => response.Schemas.ContainsKey("text/plain"));
            Assert.NotEmpty(reply.Text);
            return;
        }

        var token = Parse(reply.Text);
        var faults = SchemaCheck.Faults(operation.Answer, token, "The answer");
        Assert.True(faults.Count == 0, $"{operation.Id}: {string.Join("; ", faults)} in {reply.Text}");
        var undeclared = Undeclared(operation.Answer, token, "").ToList();
        Assert.True(undeclared.Count == 0, $"{operation.Id}: not declared: {string.Join(", ", undeclared)}");
    }

    public static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }

    /// <summary>The places of members that the schema does not name, where it does not leave the names open.</summary>
    public static IEnumerable<string> Undeclared(JsonSchema reference, JToken value, string pointer)
    {
        var schema = reference.ActualSchema;
        if (schema.OneOf.Count > 0)
        {
            return schema.OneOf.Select(shape => Undeclared(shape, value, pointer).ToList()).MinBy(places => places.Count)!;
        }

        return value switch
        {
            JObject map => map.Properties().SelectMany(member => Undeclared(schema, member, $"{pointer}/{member.Name}")),
            JArray list when schema.Item is { } item => list.SelectMany(
                (element, index) => Undeclared(item, element, $"{pointer}/{index}")
            ),
            _ => [],
        };
    }

    private static IEnumerable<string> Undeclared(JsonSchema schema, JProperty member, string pointer)
    {
        if (schema.ActualProperties.TryGetValue(member.Name, out var property))
        {
            return Undeclared(property, member.Value, pointer);
        }

        if (schema.AdditionalPropertiesSchema is { } values)
        {
            return Undeclared(values, member.Value, pointer);
        }

        var isAny = schema.Type is JsonObjectType.None or JsonObjectType.Null && schema.ActualProperties.Count == 0;
        return isAny || schema.ExtensionData?.ContainsKey("additionalProperties") == true ? [] : [pointer];
    }
}
