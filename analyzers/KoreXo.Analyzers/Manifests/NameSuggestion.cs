using KoreXo.Naming;

namespace KoreXo.Analyzers.Manifests;

/// <summary>Suggests the name that was probably meant, for messages.</summary>
internal static class NameSuggestion
{
    /// <summary>Returns "; did you mean 'x'?" to append to a message, or an empty string.</summary>
    public static string For(string name, IEnumerable<string> known) => SimilarNames.Hint(name, known);
}
