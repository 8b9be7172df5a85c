using KoreXo.Cli.Specs.Comparing;
using KoreXo.Generator.Model;
using KoreXo.OpenApi.Document;

namespace KoreXo.Cli.Specs.Operations;

/// <summary>
/// Compares the parameters of an operation: required ones are arguments of the method, optional ones are members of its options.
/// </summary>
internal static class ParameterComparer
{
    public static IEnumerable<ChangeDraft> Compare(OperationModel before, OperationModel after, Comparison context)
    {
        var drafts = new ParameterDrafts(before, after, context);
        var old = before.Parameters.ToDictionary(static parameter => parameter.Key);
        var @new = after.Parameters.ToDictionary(static parameter => parameter.Key);

        // A parameter is identified by its place and its name. One that disappears from the query and appears in a header under the same
        // name has moved; as "removed" and "added" it would look like two changes, and the first one like a loss.
        var renamed = PathRenames.Find(before, after) ?? [];
        var respelled = Respelled(old.Keys, @new.Keys);
        var moved = old
            .Keys.Except(@new.Keys)
            .Except(renamed.Concat(respelled).Select(static pair => pair.From))
            .Join(
                @new.Keys.Except(old.Keys).Except(renamed.Concat(respelled).Select(static pair => pair.To)),
                static key => key.Name,
                static key => key.Name,
                static (from, to) => (From: from, To: to),
                StringComparer.Ordinal
            )
            .ToList();
        var gone = old.Keys.Except(@new.Keys).Except(moved.Concat(renamed).Concat(respelled).Select(static pair => pair.From));
        var came = @new.Keys.Except(old.Keys).Except(moved.Concat(renamed).Concat(respelled).Select(static pair => pair.To));
        foreach (var key in gone)
        {
            yield return drafts.Draft($"{ParameterDrafts.Whole(old[key])} is removed.", old[key], null);
        }

        foreach (var key in came)
        {
            yield return drafts.Draft($"{ParameterDrafts.Whole(@new[key])} is added.", null, @new[key]);
        }

        foreach (var (from, to) in moved)
        {
            yield return drafts.Draft(
                $"The parameter {Say.Code(from.Name)} moves from {ParameterDrafts.Place(from)} to {ParameterDrafts.Place(to)}.",
                old[from],
                @new[to]
            );
        }

        foreach (var (from, to) in renamed)
        {
            yield return drafts.Draft($"The path parameter {Say.Code(from.Name)} is renamed to {Say.Code(to.Name)}.", old[from], @new[to]);
        }

        foreach (
            var (from, to) in old.Keys.Intersect(@new.Keys).Select(static key => (key, key)).Concat(moved).Concat(renamed).Concat(respelled)
        )
        {
            foreach (var draft in Compare(old[from], @new[to], drafts))
            {
                yield return draft;
            }
        }
    }

    /// <summary>Returns the headers whose names differ only in case, which HTTP ignores.</summary>
    private static List<(ParameterKey From, ParameterKey To)> Respelled(
        IEnumerable<ParameterKey> old,
        IReadOnlyCollection<ParameterKey> @new
    ) =>
        [
            .. old.Where(key => key.In == ParameterLocation.Header && !@new.Contains(key))
                .Select(key =>
                    (
                        From: key,
                        To: @new.FirstOrDefault(other =>
                            other.In == key.In && string.Equals(other.Name, key.Name, StringComparison.OrdinalIgnoreCase)
                        )
                    )
                )
                .Where(static pair => pair.To is not null)
                .Select(static pair => (pair.From, pair.To!)),
        ];

    private static IEnumerable<ChangeDraft> Compare(ParameterModel from, ParameterModel to, ParameterDrafts drafts)
    {
        var name = $"The {ParameterDrafts.Place(to.Key)} parameter {Say.Code(to.Key.Name)}";
        if (from.IsRequired != to.IsRequired)
        {
            yield return drafts.Draft(to.IsRequired ? $"{name} becomes required." : $"{name} becomes optional.", from, to);
        }

        if (from.Type != to.Type)
        {
            yield return drafts.Draft($"{name} changes its type from {Say.Code(from.Type)} to {Say.Code(to.Type)}.", from, to);
        }

        if (from.Default != to.Default)
        {
            yield return drafts.Draft(
                $"The value that is sent when {Say.Code(to.Key.Name)} is omitted changes from {Value(from)} to {Value(to)}.",
                from,
                to
            ) with
            {
                Impact = from.Default is null || to.Default is null ? Impact.None : Impact.Behavior,
            };
        }

        if (
            (from.Spread, from.Prefix, from.AllowsReserved, from.IsWholeQuery) != (to.Spread, to.Prefix, to.AllowsReserved, to.IsWholeQuery)
            || (from.Separator != to.Separator && to.Type is TypeRef.List)
        )
        {
            yield return drafts.Draft($"{name} is serialized differently.", from, to);
        }

        if (from.Constant != to.Constant && from.Constant is { } was && to.Constant is { } @is)
        {
            yield return drafts.Draft($"{name} always has the value {Say.Code(@is)} instead of {Say.Code(was)}.", from, to) with
            {
                Note = "It is sent without being set.",
            };
        }

        if (from.IsSensitive != to.IsSensitive)
        {
            yield return drafts.Draft($"{name} is {(to.IsSensitive ? "" : "no longer ")}sensitive.", from, to) with
            {
                Note = to.IsSensitive ? "Its values are redacted in logs and exceptions." : "Its values appear in logs and exceptions.",
            };
        }

        if (
            (from.Name != to.Name && (string.Equals(from.Key.Name, to.Key.Name, StringComparison.OrdinalIgnoreCase)))
            || (!to.IsRequired && !from.IsRequired && from.PropertyName != to.PropertyName)
        )
        {
            yield return drafts.Draft($"{name} is renamed in C#.", from, to);
        }
    }

    private static string Value(ParameterModel parameter) => parameter.Default is { } value ? Say.Code(value) : "nothing";
}
