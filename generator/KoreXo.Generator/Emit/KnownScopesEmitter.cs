using KoreXo.OpenApi.Vocabulary;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Emit;

/// <summary>Emits the scopes of all documents as attributes of the assembly, equal entries once.</summary>
internal static class KnownScopesEmitter
{
    public static SourceText Emit(IEnumerable<KnownScope> scopes, CancellationToken cancellationToken)
    {
        var writer = SourceFile.Begin(null, cancellationToken);
        foreach (
            var scope in scopes
                .GroupBy(static scope => scope.Name, StringComparer.Ordinal)
                .OrderBy(static group => group.Key, StringComparer.Ordinal)
        )
        {
            var arguments =
                Literal.Quote(scope.Key)
                + Names("Aliases", scope.SelectMany(static entry => entry.Aliases))
                + Names("Implies", scope.SelectMany(static entry => entry.Implies));
            writer.Line($"[assembly: global::KoreXo.KnownScope({arguments})]");
        }

        return writer.ToSourceText();
    }

    private static string Names(string property, IEnumerable<string> names)
    {
        var distinct = names.Distinct(StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal).ToList();
        return distinct.Count == 0 ? "" : $", {property} = new[] {{ {string.Join(", ", distinct.Select(Literal.Quote))} }}";
    }
}
