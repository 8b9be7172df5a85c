using KoreXo.Cli.Specs.Surface;

namespace KoreXo.Cli.Specs.Comparing;

/// <summary>Matches the changes in the document with the changes in the emitted code.</summary>
internal static class Attribution
{
    public static IReadOnlyList<SpecChange> Join(
        string document,
        IEnumerable<ChangeDraft> drafts,
        IReadOnlyDictionary<string, SurfaceChange> surface
    )
    {
        var changes = new List<SpecChange>();
        var attributed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var draft in drafts)
        {
            var members = draft.Members.Distinct(StringComparer.Ordinal).Where(surface.ContainsKey).ToList();
            attributed.UnionWith(members);
            changes.Add(Join(document, draft, [.. members.Select(member => Part(draft.Kind, surface[member])).OfType<SurfaceChange>()]));
        }

        // A new name can force an existing one to change. No draft covers that, but callers must see it.
        foreach (var (key, change) in surface.Where(change => !attributed.Contains(change.Key)))
        {
            var draft = new ChangeDraft(ChangeKind.Api, change.Member.Owner ?? key, "It follows from other changes in the document.");
            changes.Add(Join(document, draft, [change]));
        }

        return changes;
    }

    // One method may change for two reasons: a parameter is added, and the response has another type. In the emitted code that is one
    // changed member. Each change of the document gets the part that it can have caused, so that the new parameter is not blamed for the
    // new result.
    /// <summary>Returns the part of a member's change that a change of this kind can cause.</summary>
    private static SurfaceChange? Part(ChangeKind kind, SurfaceChange change) =>
        kind switch
        {
            ChangeKind.Answer or ChangeKind.Paging or ChangeKind.Job => change.OfResult(),
            ChangeKind.Parameter or ChangeKind.Body => change.OfParameters(),
            _ => change,
        };

    private static SpecChange Join(string document, ChangeDraft draft, IReadOnlyList<SurfaceChange> surface)
    {
        var impact = surface.Select(static change => change.Impact).Append(draft.Impact).Max();
        var effect = Say.Sentences([EffectText.Of(surface), draft.Note]);
        return new SpecChange(
            document,
            draft.Kind,
            draft.Subject,
            draft.What,
            impact,
            draft.IsScopeChange,
            effect.Length == 0 ? "No signature changes, and callers need not change anything." : effect,
            surface.Count > 0 ? [.. surface.Select(static change => change.Member.Key)]
                : draft.About.Count > 0 ? draft.About
                : draft.Members,
            draft.Place
        );
    }
}
