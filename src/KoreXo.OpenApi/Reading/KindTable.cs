using KoreXo.OpenApi.Bundling;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Reading;

/// <summary>The kinds of values that members may have, by the role of the object that has them.</summary>
internal static class KindTable
{
    private static readonly SpecNodeKind[] Object = [SpecNodeKind.Object];
    private static readonly SpecNodeKind[] List = [SpecNodeKind.Array];
    private static readonly SpecNodeKind[] Text = [SpecNodeKind.String];
    private static readonly SpecNodeKind[] Flag = [SpecNodeKind.Boolean];
    private static readonly SpecNodeKind[] Number = [SpecNodeKind.Number];
    private static readonly SpecNodeKind[] Schema = [SpecNodeKind.Object, SpecNodeKind.Boolean];

    private static readonly Dictionary<SpecRole, Dictionary<string, SpecNodeKind[]>> Members = new()
    {
        [SpecRole.Document] = Table(
            (Object, "components webhooks definitions parameters responses securityDefinitions"),
            (List, "servers security tags consumes produces schemes")
        ),
        [SpecRole.Components] = Table(
            (Object, "schemas parameters requestBodies responses headers mediaTypes callbacks pathItems securitySchemes")
        ),
        [SpecRole.Path] = Table(
            (Object, "get put post delete options head patch trace query additionalOperations"),
            (List, "parameters servers")
        ),
        [SpecRole.Operation] = Table(
            (Object, "requestBody responses callbacks"),
            (List, "parameters security servers tags consumes produces schemes"),
            (Text, "operationId"),
            (Flag, "deprecated x-idempotent")
        ),
        [SpecRole.Parameter] = Table(
            (Object, "content"),
            (Schema, "schema"),
            (Text, "style collectionFormat"),
            (Flag, "required explode allowReserved x-sensitive")
        ),
        [SpecRole.Header] = Table((Object, "content"), (Schema, "schema")),
        [SpecRole.Body] = Table((Object, "content"), (Flag, "required")),
        [SpecRole.Response] = Table((Object, "content headers links"), (Schema, "schema")),
        [SpecRole.Media] = Table((Object, "encoding"), (Schema, "schema itemSchema")),
        [SpecRole.SecurityScheme] = Table((Object, "flows scopes")),
        [SpecRole.Schema] = Table(
            (Object, "properties patternProperties $defs"),
            (List, "allOf oneOf anyOf enum required prefixItems"),
            ([SpecNodeKind.String, SpecNodeKind.Array], "type"),
            ([SpecNodeKind.Object, SpecNodeKind.Boolean, SpecNodeKind.Array], "items"),
            ([SpecNodeKind.Object, SpecNodeKind.String], "discriminator"),
            (Schema, "additionalProperties"),
            (Text, "$ref format"),
            (Flag, "nullable readOnly writeOnly deprecated x-sensitive"),
            (Number, "minimum maximum")
        ),
    };

    /// <summary>Returns the kinds that a member may have; null if any is right, or the member is none that is read.</summary>
    public static SpecNodeKind[]? Expected(SpecRole owner, string name) =>
        Members.TryGetValue(owner, out var table) && table.TryGetValue(name, out var kinds) ? kinds
        : owner == SpecRole.Schemas || owner == SpecRole.SchemaList ? Schema
        : !SpecRoles.IsMap(owner) && owner != SpecRole.Callback ? null
        : name.StartsWith("x-", StringComparison.Ordinal) ? null
        : Object;

    /// <summary>Returns the kinds in words, such as <c>an object, true or false</c>.</summary>
    public static string Words(SpecNodeKind[] kinds) =>
        string.Join(
            " or ",
            kinds.Select(static kind =>
                kind switch
                {
                    SpecNodeKind.Object => "an object",
                    SpecNodeKind.Array => "a list",
                    SpecNodeKind.String => "a string",
                    SpecNodeKind.Boolean => "true or false",
                    SpecNodeKind.Number => "a number",
                    _ => "null",
                }
            )
        );

    private static Dictionary<string, SpecNodeKind[]> Table(params (SpecNodeKind[] Kinds, string Names)[] rows) =>
        rows.SelectMany(static row => row.Names.Split(' ').Select(name => (name, row.Kinds)))
            .ToDictionary(static row => row.name, static row => row.Kinds, StringComparer.Ordinal);
}
