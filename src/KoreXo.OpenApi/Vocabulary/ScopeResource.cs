using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Vocabulary;

/// <summary>
/// The <c>resource</c> of an alternative of <c>x-scopes</c>: the parameter that names what the scopes are granted on, such as a table.
/// </summary>
internal static class ScopeResource
{
    private const string Word = "resource";

    /// <summary>Returns the parameter; null if the alternative names none, or one that cannot be it, which is reported.</summary>
    public static ParameterKey? Read(SpecDocument document, SpecOperation operation, SpecNode alternative, string pointer)
    {
        if (alternative[Word] is not { } node)
        {
            return null;
        }

        var name = alternative.String(Word);
        var named = operation
            .Parameters.Where(parameter => parameter.Name == name && parameter.Location is not null)
            .GroupBy(static parameter => new ParameterKey(parameter.Location!.Value, parameter.Name))
            .ToList();
        if (named is not [var only])
        {
            Report(named.Count == 0 ? $"the operation has no parameter '{name}'" : $"the operation has several parameters '{name}'");
            return null;
        }

        // That of the operation comes after that of its path, which it replaces.
        var parameter = only.Last();
        if (parameter is { IsRequired: false, Location: not ParameterLocation.Path })
        {
            Report($"the parameter '{name}' is optional, so that a call without it would be about no resource");
            return null;
        }

        if (parameter.Schema?.Type is SchemaType.Object or SchemaType.Array)
        {
            Report($"the parameter '{name}' is not a single value");
            return null;
        }

        if (XSensitive.IsSet(parameter))
        {
            Report($"the parameter '{name}' is sensitive, and messages name the resource");
            return null;
        }

        return only.Key;

        void Report(string reason) => document.Report(SpecRules.InvalidExtension, node, pointer, "x-scopes", $"its 'resource': {reason}");
    }
}
