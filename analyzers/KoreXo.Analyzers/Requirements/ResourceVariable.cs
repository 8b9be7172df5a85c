using System.Globalization;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Requirements;

/// <summary>
/// A resource whose name is known only at run time: that in a variable. What a guard has checked for <c>table</c> holds for calls with
/// <c>table</c>, whatever its value.
/// </summary>
internal static class ResourceVariable
{
    // No resource begins with this character.
    private const char Mark = '\u0003';

    /// <summary>A resource that nothing is known about, and that no other place can name.</summary>
    public const string Unknown = "\u0003";

    /// <summary>Returns the resource in a local or parameter.</summary>
    public static string From(ISymbol variable) =>
        string.Format(
            CultureInfo.InvariantCulture,
            "{0}{1}:{2}:{3}",
            Mark,
            (variable as IParameterSymbol)?.Ordinal ?? -1,
            variable.Locations.FirstOrDefault()?.SourceSpan.Start ?? -1,
            variable.Name
        );

    public static bool Is(string? resource) => resource is { Length: > 0 } && resource[0] == Mark;

    /// <summary>Returns the ordinal and the name of the parameter; <see langword="null"/> if it is none.</summary>
    public static (int Ordinal, string Name)? Parameter(string? resource) =>
        Is(resource)
        && resource!.Substring(1).Split([':'], 3) is [var ordinal, _, var name]
        && int.TryParse(ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? (at, name)
            : null;
}
