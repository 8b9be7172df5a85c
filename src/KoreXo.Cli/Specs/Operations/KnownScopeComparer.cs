using KoreXo.Cli.Specs.Comparing;
using KoreXo.Generator.Model;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Cli.Specs.Operations;

/// <summary>Compares the scopes that a document defines, which are the ones that manifests may list.</summary>
internal static class KnownScopeComparer
{
    public static IEnumerable<ChangeDraft> Compare(Comparison context)
    {
        var old = context.Old.Document.KnownScopes.ToLookup(static scope => scope.Name, StringComparer.Ordinal);
        var @new = context.New.Document.KnownScopes.ToLookup(static scope => scope.Name, StringComparer.Ordinal);
        // A scope that appears together with the operation that requires it is one change, and is reported there (see News). What is left
        // here are scopes that changed without any operation.
        var reported = Reported(context);
        foreach (var scope in old.Select(static scope => scope.Key).Where(scope => !@new.Contains(scope) && !reported.Contains(scope)))
        {
            yield return Draft(scope, $"The scope {Say.Code(scope)} is removed.", Removed(1));
        }

        foreach (var scope in @new.Select(static scope => scope.Key).Where(scope => !old.Contains(scope) && !reported.Contains(scope)))
        {
            yield return Draft(scope, $"The scope {Say.Code(scope)} is added.", "Manifests may list it.");
        }

        foreach (var (from, to) in old.Where(scope => @new.Contains(scope.Key)).Select(scope => (scope.First(), @new[scope.Key].First())))
        {
            if (!Same(from.Aliases, to.Aliases))
            {
                yield return Draft(
                    to.Name,
                    $"The aliases of the scope {Say.Code(to.Name)} change from {Names(from.Aliases)} to {Names(to.Aliases)}.",
                    "KXO1003 corrects manifests accordingly."
                );
            }

            if (!Same(from.Implies, to.Implies))
            {
                yield return Draft(
                    to.Name,
                    $"The scope {Say.Code(to.Name)} includes {Names(to.Implies)}; previously {Names(from.Implies)}.",
                    "Calls are checked accordingly (KXO1001)."
                ) with
                {
                    // Only a loss affects callers: an app that relied on an included scope now lacks it. A scope that includes more breaks
                    // nothing.
                    Impact = from.Implies.Except(to.Implies, StringComparer.Ordinal).Any() ? Impact.Behavior : Impact.None,
                };
            }
        }

        ChangeDraft Draft(string scope, string what, string note) =>
            new(ChangeKind.Scopes, scope, what)
            {
                IsScopeChange = true,
                Note = note,
                Place = context.NewPlaces.Scopes ?? context.OldPlaces.Scopes,
            };
    }

    /// <summary>Describes which scopes of two requirements are added to or removed from the document.</summary>
    public static string News(ScopeNeed? before, ScopeNeed? after, Comparison context)
    {
        var (old, @new) = (Names(context.Old.Document), Names(context.New.Document));
        var came = Scopes(after).Where(scope => @new.Contains(scope) && !old.Contains(scope)).ToList();
        var gone = Scopes(before).Where(scope => old.Contains(scope) && !@new.Contains(scope)).ToList();
        return Say.Sentences([
            came.Count == 0 ? "" : $"{Subject(came)} new.",
            gone.Count == 0 ? "" : $"{Subject(gone)} removed. {Removed(gone.Count)}",
        ]);
    }

    private static string Subject(List<string> scopes) =>
        scopes.Count == 1 ? $"The scope {Say.Codes(scopes)} is" : $"The scopes {Say.Codes(scopes)} are";

    private static string Removed(int count) =>
        count == 1
            ? "Manifests that list it get KXO1003, unless another document defines it."
            : "Manifests that list them get KXO1003, unless another document defines them.";

    /// <summary>Returns the scopes that are reported with an operation.</summary>
    private static HashSet<string> Reported(Comparison context)
    {
        var old = context.Old.Document.Operations.ToDictionary(
            static operation => operation.Id,
            static operation => operation.Scopes,
            StringComparer.Ordinal
        );
        var @new = context.New.Document.Operations.ToDictionary(
            static operation => operation.Id,
            static operation => operation.Scopes,
            StringComparer.Ordinal
        );
        return old
            .Keys.Union(@new.Keys, StringComparer.Ordinal)
            .Where(id => !ScopeComparer.AreSame(old.GetValueOrDefault(id), @new.GetValueOrDefault(id)))
            .SelectMany(id => Scopes(old.GetValueOrDefault(id)).Concat(Scopes(@new.GetValueOrDefault(id))))
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Scopes(ScopeNeed? need) =>
        (need?.Alternatives ?? default).SelectMany(static alternative => alternative.Scopes).Distinct(StringComparer.Ordinal);

    private static HashSet<string> Names(DocumentModel document) =>
        document.KnownScopes.Select(static scope => scope.Name).ToHashSet(StringComparer.Ordinal);

    private static bool Same(IEnumerable<string> from, IEnumerable<string> to) => from.ToHashSet(StringComparer.Ordinal).SetEquals(to);

    private static string Names(EquatableArray<string> names) => names.Count == 0 ? "none" : Say.Codes(names);
}
