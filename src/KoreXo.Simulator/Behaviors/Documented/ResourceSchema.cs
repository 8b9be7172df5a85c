using KoreXo.Simulator.Requests;
using NJsonSchema;

namespace KoreXo.Simulator.Behaviors.Documented;

/// <summary>Finds a resource and its id in the schemas of a document.</summary>
internal static class ResourceSchema
{
    private static readonly string[] IdNames = ["id", "sid", "uuid", "guid", "key", "number", "code", "slug", "name", "username"];

    /// <summary>Returns the name without case and separators: <c>customer_id</c> and <c>CustomerId</c> are one.</summary>
    public static string Plain(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    public static bool IsObject(JsonSchema schema) =>
        SchemaMembers.All(schema).Count > 0 || schema.ActualSchema.Type.HasFlag(JsonObjectType.Object);

    /// <summary>
    /// Returns the resource in a body: the body itself, or its only member where that is an object, as in <c>{"customer": {…}}</c>.
    /// </summary>
    public static (string? Member, JsonSchema Schema) Unwrap(JsonSchema schema) =>
        SchemaMembers.All(schema) is { Count: 1 } members
        && members.Single() is var (name, property)
        && SchemaMembers.All(property.ActualSchema).Count > 0
            ? (name, property.ActualSchema)
            : (null, schema.ActualSchema);

    // The more a member's name says, the sooner it is taken: first the very name of the parameter, then the end of it (customerId → id),
    // then the collection's own id (id → customerId), and what is usually an id at last.
    /// <summary>Returns the member that has the value of the last path parameter; null if none does.</summary>
    /// <param name="schema">The schema of the resource.</param>
    /// <param name="parameter">The name of the path parameter.</param>
    /// <param name="collection">The last name in the path of the collection.</param>
    public static string? IdMember(JsonSchema schema, string parameter, string collection)
    {
        var members = SchemaMembers.All(schema).Where(member => IsScalar(member.Value)).Select(member => member.Key).ToList();
        var plain = Plain(parameter);
        var owner = Plain(collection).TrimEnd('s');
        return members.Find(name => name == parameter)
            ?? members.Find(name => Plain(name) == plain)
            ?? members.Find(name =>
                IdNames.Contains(Plain(name), StringComparer.Ordinal) && plain.EndsWith(Plain(name), StringComparison.Ordinal)
            )
            ?? members.Find(name => Plain(name) == owner + plain)
            ?? members.Find(name => Plain(name) is "id" or "uuid" or "guid");
    }

    private static bool IsScalar(JsonSchema schema)
    {
        var actual = schema.ActualTypeSchema;
        return (actual.Type & (JsonObjectType.String | JsonObjectType.Integer | JsonObjectType.Number)) != JsonObjectType.None
            || actual.OneOf.Concat(actual.AnyOf).Any(IsScalar);
    }
}
