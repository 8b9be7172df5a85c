using KoreXo.Cli.Specs.Comparing;
using KoreXo.Cli.Specs.Surface;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Types;

/// <summary>Compares the cases of a union.</summary>
internal static class UnionComparer
{
    public static IEnumerable<ChangeDraft> Compare(UnionModel before, UnionModel after, Comparison context)
    {
        var old = before.Cases.ToDictionary(static item => item.Name, StringComparer.Ordinal);
        var @new = after.Cases.ToDictionary(static item => item.Name, StringComparer.Ordinal);
        foreach (var (from, to) in Renamed(before, after))
        {
            yield return Draft($"The case {Say.Code(from.Name)} is now {Say.Code(to.Name)}.", from, to);
            old.Remove(from.Name);
            old.Add(to.Name, from);
            @new.Add(from.Name, to);
        }

        foreach (var gone in before.Cases.Where(item => !@new.ContainsKey(item.Name)))
        {
            yield return Draft($"The case {Say.Code(gone.Name)} is removed.", gone, null);
        }

        foreach (var added in after.Cases.Where(item => !old.ContainsKey(item.Name)))
        {
            yield return Draft($"The case {Say.Code(added.Name)} is added.", null, added) with
            {
                Note = $"Such values were previously {Say.Code(after.Name + ".Unknown")}.",
            };
        }

        foreach (var to in after.Cases.Where(item => old.ContainsKey(item.Name)))
        {
            var from = old[to.Name];
            if (from.Type != to.Type)
            {
                yield return Draft(
                    $"The case {Say.Code(to.Name)} has the type {Say.Code(to.Type)} instead of {Say.Code(from.Type)}.",
                    from,
                    to
                );
            }

            if (!from.Values.Equals(to.Values))
            {
                yield return Draft($"The case {Say.Code(to.Name)} is identified by {Values(to)} instead of {Values(from)}.", from, to);
            }
        }

        if (before.Discriminator != after.Discriminator)
        {
            yield return Draft(
                $"The cases are distinguished by {Discriminator(after)} instead of {Discriminator(before)}.",
                null,
                null
            ) with
            {
                Note = "No signature changes.",
            };
        }

        if (before.IsReceived != after.IsReceived)
        {
            yield return Draft(after.IsReceived ? "It now occurs in responses." : "It no longer occurs in responses.", null, null) with
            {
                Members = Questions(after.Name, before.Cases.Concat(after.Cases)),
            };
        }

        ChangeDraft Draft(string what, UnionCase? from, UnionCase? to) =>
            new(ChangeKind.Shapes, after.Name, what)
            {
                Members =
                [
                    .. new[] { from, to }
                        .OfType<UnionCase>()
                        .SelectMany(item => Members(after.Name, item))
                        .Distinct(StringComparer.Ordinal),
                ],
                Left = [from?.Type],
                Came = [to?.Type],
                Place = context.NewPlaces.Type(after.Name),
            };
    }

    /// <summary>Returns the cases that hold the same type under another name.</summary>
    private static List<(UnionCase From, UnionCase To)> Renamed(UnionModel before, UnionModel after) =>
        [
            .. before
                .Cases.Where(item => !after.Cases.Any(other => other.Name == item.Name))
                .SelectMany(from =>
                    after
                        .Cases.Where(to => to.Type == from.Type && !before.Cases.Any(other => other.Name == to.Name))
                        .Select(to => (from, to))
                ),
        ];

    private static IEnumerable<string> Members(string union, UnionCase item)
    {
        var type = SignatureText.Short(item.Type);
        return
        [
            $"{union}.{item.Name}",
            $"{union}.{item.Name}.Value",
            $"{union}.{item.Name}({type})",
            $"{union}(implicit from {type})",
            .. Questions(union, [item]),
        ];
    }

    /// <summary>Returns the members that ask whether a value has the shape of one of the cases.</summary>
    private static List<string> Questions(string union, IEnumerable<UnionCase> cases) =>
        cases.Select(item => $"{union}.TryGet{item.Name}").Prepend($"{union}.Match").Distinct(StringComparer.Ordinal).ToList();

    private static string Values(UnionCase item) => item.Values.Count == 0 ? "nothing" : Say.Codes(item.Values);

    private static string Discriminator(UnionModel model) => model.Discriminator is { } name ? Say.Code(name) : "their JSON only";
}
