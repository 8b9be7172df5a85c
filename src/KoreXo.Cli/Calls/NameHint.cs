extern alias generator;

using SimilarNames = generator::KoreXo.Naming.SimilarNames;

namespace KoreXo.Cli.Calls;

/// <summary>Suggests the name that was probably meant.</summary>
internal static class NameHint
{
    /// <summary>Returns the end of a sentence about a name that does not exist: a suggestion, or a full stop.</summary>
    public static string End(string name, IEnumerable<string> known) => SimilarNames.Hint(name, known) is { Length: > 0 } hint ? hint : ".";
}
