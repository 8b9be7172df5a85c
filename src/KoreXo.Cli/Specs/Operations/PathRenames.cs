using KoreXo.Generator.Model;
using KoreXo.OpenApi.Document;

namespace KoreXo.Cli.Specs.Operations;

/// <summary>Finds path parameters that have merely been renamed: their names appear in no request.</summary>
internal static class PathRenames
{
    /// <summary>Returns an operation's path without the names of its parameters.</summary>
    public static string Shape(OperationModel operation) =>
        string.Concat(operation.PathParts.Select(static part => part.IsParameter ? "{}" : part.Text));

    /// <summary>Returns the parameters with another name at the same place; null if the paths differ otherwise.</summary>
    public static IReadOnlyList<(ParameterKey From, ParameterKey To)>? Find(OperationModel before, OperationModel after)
    {
        if (Shape(before) != Shape(after))
        {
            return null;
        }

        var (old, @new) = (Names(before), Names(after));
        var renamed = old.Zip(@new).Where(static pair => pair.First != pair.Second).ToList();

        // "/{from}/{to}" and "/{to}/{from}" are not the same: a value goes elsewhere.
        return renamed.Exists(pair =>
            old.Contains(pair.Second, StringComparer.Ordinal) || @new.Contains(pair.First, StringComparer.Ordinal)
        )
            ? null
            : renamed.ConvertAll(static pair => (Key(pair.First), Key(pair.Second)));
    }

    private static List<string> Names(OperationModel operation) =>
        [.. operation.PathParts.Where(static part => part.IsParameter).Select(static part => part.Text)];

    private static ParameterKey Key(string name) => new(ParameterLocation.Path, name);
}
