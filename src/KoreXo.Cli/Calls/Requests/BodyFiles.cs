using System.Text.Json.Nodes;
using KoreXo.Cli.Calls.Arguments;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Calls.Requests;

/// <summary>Finds the files that the JSON of a form names as <c>@path</c>, the way options do.</summary>
internal static class BodyFiles
{
    /// <summary>Replaces the names of files by their paths.</summary>
    /// <param name="parts">The JSON of the form.</param>
    /// <param name="model">The form; null for one that the document does not describe.</param>
    /// <param name="isGiven">Whether a member was given by an option, which has been checked already.</param>
    /// <returns>The problems, each phrased as the end of a sentence about the body.</returns>
    public static IEnumerable<string> Resolve(JsonObject parts, ObjectModel? model, Func<string, bool> isGiven)
    {
        foreach (var (name, value) in parts.ToList())
        {
            var type = model?.Properties.FirstOrDefault(property => property.WireName == name)?.Type;
            if (isGiven(name) || (model is not null && Kind(type) is null))
            {
                continue;
            }

            var isFile = Kind(type) == ScalarKind.File;
            foreach (var (text, put) in Texts(parts, name, value))
            {
                if (Problem(text, isFile, put) is { } problem)
                {
                    yield return $"{name} {problem}";
                }
            }
        }
    }

    private static ScalarKind? Kind(TypeRef? type) =>
        type switch
        {
            TypeRef.Nullable or TypeRef.List => Kind(type.Element),
            TypeRef.Scalar { Kind: ScalarKind.File or ScalarKind.FileOrText } scalar => scalar.Kind,
            _ => null,
        };

    private static IEnumerable<(string Text, Action<string> Put)> Texts(JsonObject parts, string name, JsonNode? value)
    {
        if (Text(value) is { } one)
        {
            yield return (one, path => parts[name] = path);
        }

        for (var index = 0; value is JsonArray items && index < items.Count; index++)
        {
            var at = index;
            if (Text(items[at]) is { } item)
            {
                yield return (item, path => items[at] = path);
            }
        }
    }

    private static string? Text(JsonNode? value) => value is JsonValue one && one.TryGetValue<string>(out var text) ? text : null;

    private static string? Problem(string text, bool isFile, Action<string> put)
    {
        if (!isFile && !text.StartsWith('@'))
        {
            return null;
        }

        try
        {
            var path = ArgumentValue.File(text);
            put(isFile ? path : "@" + path);
            return null;
        }
        catch (FormatException problem)
        {
            return problem.Message;
        }
    }
}
