using System.Globalization;
using KoreXo.OpenApi.Text;
using Newtonsoft.Json.Linq;

namespace KoreXo.Simulator.Requests;

/// <summary>
/// Turns the validator's paths (<c>#/query.expressions[0].field</c>) into JSON pointers. The path does not escape dots in
/// names, so the value itself is asked which names there are.
/// </summary>
internal static class ValuePointer
{
    public static string FromPath(JToken root, string path)
    {
        var rest = path.StartsWith("#/", StringComparison.Ordinal) ? path[2..] : path;
        var pointer = "";
        JToken? at = root;
        while (rest.Length > 0)
        {
            var (token, length) = rest[0] == '[' ? Index(rest) : (Name(at, rest), 0);
            rest = rest[(length > 0 ? length : token.Length)..];
            rest = rest.StartsWith('.') ? rest[1..] : rest;
            pointer = JsonPointer.Append(pointer, token);
            at = Child(at, token);
        }

        return pointer;
    }

    /// <summary>Whether the value that should hold the last token of the pointer is an object.</summary>
    public static bool HasObjectAbove(JToken root, string pointer) => Follow(root, JsonPointer.Tokens(pointer).SkipLast(1)) is JObject;

    /// <summary>The value at a pointer; null where nothing is.</summary>
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

    private static (string Token, int Length) Index(string rest)
    {
        var end = rest.IndexOf(']', StringComparison.Ordinal);
        return end < 0 ? (rest, rest.Length) : (rest[1..end], end + 1);
    }

    /// <summary>The longest name of the object that the path goes on with; a name that is missing takes all that is left.</summary>
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
