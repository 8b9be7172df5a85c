using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Generator.Emit;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Calls.Arguments;

/// <summary>Compares JSON with the type that it is sent as, before it is sent.</summary>
/// <param name="context">The document.</param>
/// <param name="options">The options by which members were given, by the names of the members; a problem is reported by them.</param>
internal sealed class JsonCheck(EmitContext context, IReadOnlyDictionary<string, string>? options = null)
{
    /// <summary>A choice in a choice in a choice …: what is nested deeper is left to the server.</summary>
    private const int MostNested = 32;

    /// <summary>Returns what is wrong with a value: places as paths such as <c>filters.from</c>, and what must be there.</summary>
    public IEnumerable<string> Find(JsonNode? value, TypeRef type, string path) => Find(value, type, path, 0);

    private IEnumerable<string> Find(JsonNode? value, TypeRef type, string path, int depth) =>
        depth > MostNested
            ? []
            : type switch
            {
                TypeRef.Nullable nullable => value is null ? [] : Find(value, nullable.Inner, path, depth),
                TypeRef.Scalar { Kind: ScalarKind.Any } => [],
                _ when value is null => [$"{path} is null, but must be {Words(type)}"],
                TypeRef.List list => value is JsonArray items
                    ? items.SelectMany((item, index) => Find(item, list.Item, Item(path, index), depth + 1))
                    : [$"{path} must be a JSON array"],
                TypeRef.Map map => value is JsonObject members
                    ? members.SelectMany(member => Find(member.Value, map.Value, Member(path, member.Key), depth + 1))
                    : [$"{path} must be a JSON object"],
                TypeRef.Named named => OfNamed(value, named, path, depth),
                TypeRef.Scalar { Kind: var kind } => OfKind(value, kind, path),
                _ => [],
            };

    private IEnumerable<string> OfNamed(JsonNode value, TypeRef.Named named, string path, int depth) =>
        context.Type(named.Name) switch
        {
            ValueSetModel set => OfSet(value, set, path),
            UnionModel union => OfUnion(value, union, path, depth),
            ObjectModel model => value is JsonObject members ? OfObject(members, model, path, depth) : [$"{path} must be a JSON object"],
            _ => [],
        };

    private IEnumerable<string> OfObject(JsonObject members, ObjectModel model, string path, int depth)
    {
        foreach (var property in model.Properties.Where(static property => property is { IsReadOnly: false, Constant: null }))
        {
            if (!members.TryGetPropertyValue(property.WireName, out var value))
            {
                if (property is { IsRequired: true, IsGivenByServer: false })
                {
                    yield return $"{Member(path, property.WireName)} is missing; it must be {Words(property.Type)}";
                }

                continue;
            }

            foreach (
                var problem in value is null && property.IsNullable
                    ? []
                    : Find(value, property.Type, Member(path, property.WireName), depth + 1)
            )
            {
                yield return problem;
            }
        }
    }

    private List<string> OfUnion(JsonNode value, UnionModel union, string path, int depth)
    {
        var attempts = union.Cases.Select(item => Find(value, item.Type, path, depth + 1).ToList()).ToList();
        return attempts.Exists(static problems => problems.Count == 0)
            ? []
            : attempts.OrderBy(static problems => problems.Count).FirstOrDefault() ?? [];
    }

    private static IEnumerable<string> OfSet(JsonNode value, ValueSetModel set, string path)
    {
        var isText = set.Kind == ScalarKind.String;
        if (value.GetValueKind() != (isText ? JsonValueKind.String : JsonValueKind.Number))
        {
            return [$"{path} must be {(isText ? "a string" : "a number")}"];
        }

        var text = value.ToString();
        var known = set.Values.Select(static item => item.Value).ToList();
        return set.IsClosed && !known.Contains(text, StringComparer.Ordinal)
            ? [$"{path} is '{text}', but must be one of {string.Join(", ", known)}{NameHint.End(text, known)}"]
            : [];
    }

    private static IEnumerable<string> OfKind(JsonNode value, ScalarKind kind, string path) =>
        (kind, value.GetValueKind()) switch
        {
            (ScalarKind.Boolean, JsonValueKind.True or JsonValueKind.False) => [],
            (ScalarKind.Boolean, _) => [$"{path} must be true or false"],
            (ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt64, JsonValueKind.Number) when IsWhole(value.ToJsonString()) => [],
            (ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt64, _) => [$"{path} must be a whole number"],
            (ScalarKind.Double or ScalarKind.Decimal, JsonValueKind.Number) => [],
            (ScalarKind.Double or ScalarKind.Decimal, _) => [$"{path} must be a number"],
            (_, JsonValueKind.String) => [],
            _ => [$"{path} must be a string"],
        };

    private static bool IsWhole(string number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value == decimal.Truncate(value)
            : !number.Contains('.', StringComparison.Ordinal);

    private string Words(TypeRef type) => TypeWords.Of(type, context) is "JSON object" ? "a JSON object" : TypeWords.Of(type, context);

    private string Member(string path, string name) => path.Length == 0 ? options?.GetValueOrDefault(name) ?? name : $"{path}.{name}";

    private static string Item(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
