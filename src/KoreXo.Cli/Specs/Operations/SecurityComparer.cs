using KoreXo.Cli.Specs.Comparing;
using KoreXo.Generator.Model;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Cli.Specs.Operations;

/// <summary>Compares the security schemes of a document, and which of them operations carry.</summary>
internal static class SecurityComparer
{
    /// <summary>Compares the requirements that apply to all operations.</summary>
    public static IEnumerable<ChangeDraft> Compare(Comparison context)
    {
        var (old, @new) = (context.Old.Document, context.New.Document);
        var (before, after) = (Schemes(old), Schemes(@new));
        if (before.Count > 0 && after.Count > 0)
        {
            foreach (var key in before.Keys.Except(after.Keys, StringComparer.Ordinal))
            {
                yield return Draft(
                    $"The security scheme {Say.Code(key)} is removed.",
                    $"{Say.Code($"options.Credentials[\"{key}\"]")} is no longer used; a registered client rejects it.",
                    Impact.Behavior
                );
            }

            foreach (var key in after.Keys.Except(before.Keys, StringComparer.Ordinal))
            {
                yield return Draft(
                    $"The security scheme {Say.Code(key)} is added.",
                    $"Its credential is given as {Say.Code($"options.Credentials[\"{key}\"]")} where an operation needs it."
                );
            }

            foreach (var key in after.Keys.Where(key => before.TryGetValue(key, out var known) && known != after[key]))
            {
                yield return Draft(
                    $"The credential of the security scheme {Say.Code(key)} is sent {DocumentPartsComparer.Text(after[key])} instead of {DocumentPartsComparer.Text(before[key])}.",
                    $"{Say.Code(context.Client)} handles this; callers need not change anything."
                );
            }
        }

        if (
            old.Operations.Count > 0
            && @new.Operations.Count > 0
            && !Same(Effective(old.Security, old, @new), Effective(@new.Security, @new, old))
        )
        {
            yield return Change(
                Effective(old.Security, old, @new),
                Effective(@new.Security, @new, old),
                new ChangeDraft(ChangeKind.Security, context.Client, "")
                {
                    About = [context.Client],
                    Place = context.NewPlaces.Security ?? context.NewPlaces.Document,
                },
                "Operations without a requirement of their own are authenticated by"
            );
        }

        ChangeDraft Draft(string what, string note, Impact impact = Impact.None) =>
            new(ChangeKind.Security, context.Client, what)
            {
                Impact = impact,
                Note = note,
                About = [context.Client],
                Place = context.NewPlaces.Security ?? context.OldPlaces.Security ?? context.NewPlaces.Document,
            };
    }

    /// <summary>
    /// Compares the credentials that an operation carries; changes that follow from the document are reported for the document.
    /// </summary>
    public static IEnumerable<ChangeDraft> Compare(OperationModel before, OperationModel after, Comparison context)
    {
        if (before.IsAnonymous || after.IsAnonymous || (before.Security is null && after.Security is null))
        {
            yield break;
        }

        var (old, @new) = (context.Old.Document, context.New.Document);
        var from = Effective(before.Security ?? old.Security, old, @new);
        var to = Effective(after.Security ?? @new.Security, @new, old);
        if (!Same(from, to))
        {
            yield return Change(
                from,
                to,
                new ChangeDraft(ChangeKind.Security, after.Id, "")
                {
                    About = [context.Method(after)],
                    Place = context.NewPlaces.Operation(after, "security"),
                },
                "It is authenticated by"
            );
        }
    }

    private static ChangeDraft Change(List<SortedSet<string>> from, List<SortedSet<string>> to, ChangeDraft draft, string begin)
    {
        // Whoever had what sufficed before has to have no more than that now.
        var refused = from.Where(held => !to.Exists(needed => needed.IsSubsetOf(held))).ToList();
        return draft with
        {
            What = $"{begin} {Text(to)}; previously {Text(from)}.",
            Impact = refused.Count > 0 ? Impact.Behavior : Impact.None,
            Note =
                refused.Count > 0
                    ? $"A client with the credentials of {Text(refused)} can no longer call it."
                    : "Every client that could call it still can.",
        };
    }

    private static SortedDictionary<string, AuthenticationModel> Schemes(DocumentModel document)
    {
        var schemes = new SortedDictionary<string, AuthenticationModel>(StringComparer.Ordinal);
        foreach (var scheme in document.Schemes)
        {
            schemes[scheme.Key] = scheme.Authentication;
        }

        return schemes;
    }

    // A document with one scheme does not name it, and the same document with a second one names both. To compare such versions, the
    // nameless scheme gets the name that the other version gives to the same header and prefix. Otherwise adding a scheme for one
    // operation would be reported at every other operation, too.
    /// <summary>Returns the alternatives, each as the schemes that it requires.</summary>
    /// <param name="security">The alternatives; null for the one usual scheme.</param>
    /// <param name="document">The document of the alternatives.</param>
    /// <param name="other">The other version, which may name a scheme that this one does not.</param>
    private static List<SortedSet<string>> Effective(
        EquatableArray<EquatableArray<ScopeAlternative>>? security,
        DocumentModel document,
        DocumentModel other
    )
    {
        if (security is { } alternatives)
        {
            return
            [
                .. alternatives.Select(static all => new SortedSet<string>(
                    all.Select(static part => part.Credential ?? ""),
                    StringComparer.Ordinal
                )),
            ];
        }

        var usual =
            (document.Schemes.Count > 0 ? document.Schemes[0].Key : null)
            ?? other.Schemes.FirstOrDefault(scheme => scheme.Authentication == document.Authentication)?.Key;
        return [new SortedSet<string>(usual is null ? [] : [usual], StringComparer.Ordinal)];
    }

    private static bool Same(List<SortedSet<string>> from, List<SortedSet<string>> to) =>
        from.Count == to.Count && from.TrueForAll(one => to.Exists(one.SetEquals));

    private static string Text(List<SortedSet<string>> alternatives) =>
        Say.List(
            alternatives.Select(static schemes => schemes.Count == 0 ? "no credential of a named scheme" : Say.Codes(schemes)),
            ", or "
        );
}
