using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.OpenApi.Document;
using KoreXo.Simulator.Generation;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;
using NJsonSchema;

namespace KoreXo.Simulator.Behaviors.Documented;

/// <summary>Creates the resource that a request describes, and the form in which a response shows it.</summary>
internal sealed class ResourceWriter(Resource resource, PlatformState state)
{
    private readonly IReadOnlyDictionary<string, JsonSchemaProperty> _members = SchemaMembers.All(resource.Schema);
    private readonly IReadOnlySet<string> _required = SchemaMembers.Required(resource.Schema);

    /// <summary>The schemas of the path parameter with the id.</summary>
    private readonly List<JsonSchema> _idSchemas =
    [
        .. resource
            .Effects.Keys.Where(operation => ResourcePath.From(operation.Path) is { IsItem: true })
            .SelectMany(operation =>
                operation.Parameters.Where(parameter =>
                    parameter.Place == ParameterLocation.Path && parameter.Name == ResourcePath.From(operation.Path)!.Names[^1]
                )
            )
            .Select(parameter => parameter.Schema),
    ];

    /// <summary>Returns the id that a body gives; null if it gives none, or if only the service gives ids.</summary>
    public JsonNode? IdIn(JsonElement body) =>
        _members[resource.IdMember].IsReadOnly || body.Member(resource.IdMember) is not { } id ? null
        // 1.0 is the ticket 1: an id that is a number counts by its value.
        : id.ValueKind == JsonValueKind.Number && JsonNumber.ToInteger(id.GetRawText()) is { } number ? JsonValue.Create(number)
        : WireValue.Node(id);

    /// <summary>Creates an id of the type and format in the schema.</summary>
    public JsonNode NewId(long number, Func<string, bool> isTaken)
    {
        var schema = _members[resource.IdMember];
        var usual =
            (schema.ActualTypeSchema.Type & (JsonObjectType.Integer | JsonObjectType.Number)) != JsonObjectType.None
                ? JsonValue.Create((long)(schema.ActualTypeSchema.Minimum ?? 0) + number)
                : JsonValue.Create(schema.ActualTypeSchema.Format is "uuid" or "guid" ? state.Ids.Groups() : state.Ids.Digits());
        if (IsId(usual) && !isTaken(Plain(usual)))
        {
            return usual;
        }

        // The path may say more about the id than the response does.
        for (var attempt = 0; attempt < 100; attempt++)
        {
            foreach (var source in _idSchemas.Prepend(schema))
            {
                var id = new SchemaValues($"{number} {attempt}", DateTimeOffset.UnixEpoch).Create(source);
                if (id is JsonValue && IsId(id) && !isTaken(Plain(id)))
                {
                    return id;
                }
            }
        }

        return !isTaken(Plain(usual)) ? usual : throw new RefusalException(409, "The schema of the id allows no further value.");
    }

    private bool IsId(JsonNode id) =>
        SchemaAnswer.IsValid(_members[resource.IdMember], id)
        && _idSchemas.All(schema => SchemaCheck.RequestFaults(schema, TextValue.Read(schema, Plain(id)), "") is []);

    private static string Plain(JsonNode id) => RuntimeExpression.Plain(id)!;

    /// <summary>Returns the resource after a request: what the body says, what only the service writes, and nothing else.</summary>
    /// <param name="body">The body, or the object in it.</param>
    /// <param name="request">Its schema; null if it has none.</param>
    /// <param name="before">What the service wrote before; null for a new resource.</param>
    /// <param name="pathValues">The values in the path, by the names of the parameters.</param>
    /// <param name="id">The id.</param>
    public JsonObject Replace(
        JsonElement body,
        JsonSchema? request,
        JsonObject? before,
        IReadOnlyDictionary<string, string> pathValues,
        JsonNode id
    )
    {
        var sent = request is null ? new Dictionary<string, JsonSchemaProperty>(StringComparer.Ordinal) : SchemaMembers.All(request);
        var made =
            before
            ?? SchemaAnswer.Create(resource.Schema, [], $"{state.Seed} {resource.Path} {id.ToJsonString()}", state.Now) as JsonObject
            ?? [];
        var value = new JsonObject();
        foreach (var (name, property) in _members.Where(member => member.Key == resource.IdMember || !member.Value.IsWriteOnly))
        {
            if (!property.IsReadOnly && name != resource.IdMember && IsNull(body, name) && SchemaAnswer.IsValid(property, value: null))
            {
                value[name] = null;
                continue;
            }

            var member =
                name == resource.IdMember ? id
                : !property.IsReadOnly && Sent(body, name, property) is { } given ? given
                : FromPath(name, property, pathValues) is { } parent ? parent
                : Time(name, property, isNew: before is null) is { } time ? time
                : !property.IsReadOnly && sent.Keys.Any(key => Same(key, name)) && !_required.Contains(name) ? Default(sent, name, property)
                : made[name];
            if (member is not null)
            {
                value[name] = member.DeepClone();
            }
        }

        AddOthers(value, body);
        return value;
    }

    /// <summary>Returns the resource with the members of the body changed; null removes a member that need not be there.</summary>
    public JsonObject Merge(JsonElement body, JsonObject before)
    {
        foreach (var (name, property) in _members.Where(member => member.Key != resource.IdMember && !member.Value.IsReadOnly))
        {
            if (IsNull(body, name))
            {
                if (SchemaAnswer.IsValid(property, value: null))
                {
                    before[name] = null;
                }
                else if (!_required.Contains(name))
                {
                    before.Remove(name);
                }
            }
            else if (Sent(body, name, property) is { } value && !property.IsWriteOnly)
            {
                before[name] = value;
            }
        }

        foreach (var (name, property) in _members)
        {
            if (Time(name, property, isNew: false) is { } time)
            {
                before[name] = time;
            }
        }

        AddOthers(before, body);
        return before;
    }

    // A list often shows less of a resource than a get, and the response of a create may have members of its own. What both declare is the
    // same in both; what only the other has to have is made from its schema, and the same each time.
    /// <summary>Returns the resource as a response with another schema shows it.</summary>
    public JsonNode Show(JsonObject value, JsonSchema schema)
    {
        var declared = SchemaMembers.All(schema);
        var required = SchemaMembers.Required(schema);
        var shown = new JsonObject();
        foreach (var (name, property) in declared)
        {
            if (value.TryGetPropertyValue(name, out var kept) && SchemaAnswer.IsValid(property, kept))
            {
                shown[name] = kept?.DeepClone();
            }
            else if (required.Contains(name))
            {
                shown[name] = Required(value, name, property);
            }
        }

        foreach (var (name, member) in value.Where(member => !declared.ContainsKey(member.Key) && !_members.ContainsKey(member.Key)))
        {
            shown[name] = member?.DeepClone();
        }

        return SchemaAnswer.IsValid(schema, shown) ? shown
            : SchemaAnswer.IsValid(schema, value) ? value.DeepClone()
            : shown;
    }

    /// <summary>Takes over what a response cannot show as the resource has it, so that the next response shows the same.</summary>
    public void Adopt(JsonObject value, JsonSchema schema)
    {
        foreach (var (name, member) in Show(value, schema) as JsonObject ?? [])
        {
            if (
                member is not null
                && _members.TryGetValue(name, out var property)
                && !JsonNode.DeepEquals(member, value[name])
                && SchemaAnswer.IsValid(property, member)
            )
            {
                value[name] = member.DeepClone();
            }
        }
    }

    private JsonNode? Required(JsonObject value, string name, JsonSchemaProperty property) =>
        SchemaAnswer.Create(property, [], $"{state.Seed} {resource.Path} {value[resource.IdMember]?.ToJsonString()} {name}", state.Now)
        ?? (property.IsNullable(NJsonSchema.SchemaType.OpenApi3) ? null : new JsonObject());

    /// <summary>Adds members that the schema does not name but has a schema for.</summary>
    private void AddOthers(JsonObject value, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || resource.Schema.ActualSchema.AdditionalPropertiesSchema is not { } others)
        {
            return;
        }

        foreach (var member in body.EnumerateObject().Where(member => !_members.ContainsKey(member.Name)))
        {
            if (WireValue.Node(member.Value) is { } node && SchemaAnswer.IsValid(others, node))
            {
                value[member.Name] = node;
            }
        }
    }

    private static bool IsNull(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var sent) && sent.ValueKind == JsonValueKind.Null;

    /// <summary>Returns what the body has for a member, under its name or another spelling of it; null if it has nothing valid.</summary>
    private static JsonNode? Sent(JsonElement body, string name, JsonSchemaProperty property)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var found =
            body.Member(name)
            ?? body.EnumerateObject()
                .Where(member => Same(member.Name, name))
                .Select(member => (JsonElement?)member.Value)
                .FirstOrDefault();
        return found is { } value && WireValue.Node(value) is { } node && SchemaAnswer.IsValid(property, node) ? node : null;
    }

    /// <summary>Returns the value of a path parameter of that name, such as the <c>customerId</c> of an order.</summary>
    private static JsonNode? FromPath(string name, JsonSchemaProperty property, IReadOnlyDictionary<string, string> pathValues)
    {
        foreach (var (parameter, text) in pathValues.Where(pair => Same(pair.Key, name) || Same($"{pair.Key}Id", name)))
        {
            JsonNode value =
                property.ActualTypeSchema.Type.HasFlag(JsonObjectType.Integer)
                && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? JsonValue.Create(number)
                    : JsonValue.Create(text);
            if (SchemaAnswer.IsValid(property, value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Returns the time of the request for a member such as <c>createdAt</c> or <c>updated_at</c>.</summary>
    private JsonValue? Time(string name, JsonSchemaProperty property, bool isNew)
    {
        var plain = ResourceSchema.Plain(name);
        var isChange =
            plain.StartsWith("updated", StringComparison.Ordinal)
            || plain.StartsWith("modified", StringComparison.Ordinal)
            || plain.StartsWith("lastmodified", StringComparison.Ordinal);
        return
            property.ActualTypeSchema.Format == "date-time"
            && (isChange || (isNew && plain.StartsWith("created", StringComparison.Ordinal)))
            ? JsonValue.Create(WireTime.Format(state.Now))
            : null;
    }

    private static JsonNode? Default(IReadOnlyDictionary<string, JsonSchemaProperty> sent, string name, JsonSchemaProperty property) =>
        (sent.Values.Where(other => Same(other.Name, name)).Select(other => other.Default).FirstOrDefault() ?? property.Default)
            is { } value
                and not DateTime
            ? JsonNode.Parse(Newtonsoft.Json.Linq.JToken.FromObject(value).ToString(Newtonsoft.Json.Formatting.None))
            : null;

    private static bool Same(string left, string right) => left == right || ResourceSchema.Plain(left) == ResourceSchema.Plain(right);
}
