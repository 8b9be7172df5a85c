using KoreXo.Cli.Specs.Comparing;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Types;

/// <summary>Compares the values of a set. Unknown values are accepted in both directions, so only the named constants can break.</summary>
internal static class ValueSetComparer
{
    public static IEnumerable<ChangeDraft> Compare(ValueSetModel before, ValueSetModel after, Comparison context)
    {
        var old = before.Values.ToDictionary(static value => value.Value, StringComparer.Ordinal);
        var @new = after.Values.ToDictionary(static value => value.Value, StringComparer.Ordinal);
        foreach (var gone in before.Values.Where(value => !@new.ContainsKey(value.Value)))
        {
            yield return Draft($"The value {Say.Code(gone.Value)} is removed.", gone) with
            {
                Note = "It is still read, as an unknown value.",
            };
        }

        foreach (var added in after.Values.Where(value => !old.ContainsKey(value.Value)))
        {
            yield return Draft($"The value {Say.Code(added.Value)} is added.", added);
        }

        foreach (var to in after.Values)
        {
            if (old.TryGetValue(to.Value, out var from) && from.Name != to.Name)
            {
                yield return Draft($"The value {Say.Code(to.Value)} is renamed in C#.", from, to);
            }
        }

        if (before.IsClosed != after.IsClosed)
        {
            yield return Draft(
                after.IsClosed ? "The set is closed: no other values occur." : "The set is open: other values may occur."
            ) with
            {
                Note = after.IsClosed
                    ? "No signature changes; the service rejects other values."
                    : "No signature changes; other values are accepted, as before.",
            };
        }

        ChangeDraft Draft(string what, params ValueModel[] values) =>
            new(ChangeKind.Values, after.Name, what)
            {
                Members = [.. values.Select(value => $"{after.Name}.{value.Name}")],
                Place = context.NewPlaces.Type(after.Name) ?? context.OldPlaces.Type(after.Name),
            };
    }
}
