using System.Globalization;
using KoreXo.OpenApi.Text;
using Newtonsoft.Json.Linq;

namespace KoreXo.Simulator.Requests;

/// <summary>
/// Converts the validator's paths (<c>#/query.expressions[0].field</c>) to JSON pointers. The path does not escape dots in names, so the
/// names are looked up in the value.
/// </summary>
internal static class ValuePointer
{
    // "#/a.b.c" is c in b in a, or c in "a.b", or the member "a.b.c" of the root: the validator does not escape dots. Only the value can
    // tell, so at each object the longest of its names that the rest begins with is taken.
    public static string FromPath(JToken root, string path)
    {
        var rest = path.StartsWith("#/", StringComparison.Ordinal) ? path[2..] : path;
        var pointer = "";
        JToken? at = root;
        while (rest.Length > 0)
        {
            var (token, length) = Quoted(at, rest) ?? (rest[0] == '[' ? Index(rest) : (Name(at, rest), 0));
            rest = rest[(length > 0 ? length : token.Length)..];
            rest = rest.StartsWith('.') ? rest[1..] : rest;
            pointer = JsonPointer.Append(pointer, token);
            at = Child(at, token);
        }

        return pointer;
    }

    /// <summary>Returns whether the parent of the value at the pointer is an object.</summary>
    public static bool HasObjectAbove(JToken root, string pointer) => Follow(root, JsonPointer.Tokens(pointer).SkipLast(1)) is JObject;

    /// <summary>Returns the value at a pointer; null if there is none.</summary>
    public static JToken? Find(JToken root, string pointer) => Follow(root, JsonPointer.Tokens(pointer));

    private static JToken? Follow(JToken root, IEnumerable<string> tokens)
    {
        JToken? at = root;
        foreach (var token in tokens)
        {
            at = Child(at, token);
        }

        return at;
    }

    /// <summary>Returns a name that the path has in brackets and quotes, as in <c>['a b']</c>; null if there is none.</summary>
    private static (string Token, int Length)? Quoted(JToken? at, string rest)
    {
        if (at is JObject value && rest.StartsWith("['", StringComparison.Ordinal))
        {
            foreach (var property in value.Properties())
            {
                var spelled = new JObject(new JProperty(property.Name, JValue.CreateNull()))
                    .Property(property.Name, StringComparison.Ordinal)!
                    .Path;
                if (rest.StartsWith(spelled, StringComparison.Ordinal))
                {
                    return (property.Name, spelled.Length);
                }
            }
        }

        return null;
    }

    private static (string Token, int Length) Index(string rest)
    {
        var end = rest.IndexOf(']', StringComparison.Ordinal);
        return end < 0 ? (rest, rest.Length) : (rest[1..end], end + 1);
    }

    /// <summary>
    /// Returns the longest name of the object that the rest of the path starts with; if there is none, the missing name is the whole rest.
    /// </summary>
    private static string Name(JToken? at, string rest)
    {
        var names = (at as JObject)?.Properties().Select(property => property.Name) ?? [];
        return
            names
                .Where(name =>
                    rest.StartsWith(name, StringComparison.Ordinal) && (rest.Length == name.Length || rest[name.Length] is '.' or '[')
                )
                .MaxBy(name => name.Length)
                is { Length: > 0 } known
            ? known
            : rest;
    }

    private static JToken? Child(JToken? at, string token) =>
        at switch
        {
            JObject value => value[token],
            JArray array when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < array.Count =>
                array[index],
            _ => null,
        };
}
