using KoreXo.Cli.Specs.Comparing;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Types;

/// <summary>Compares the members of an object.</summary>
internal static class ObjectComparer
{
    public static IEnumerable<ChangeDraft> Compare(ObjectModel before, ObjectModel after, Comparison context)
    {
        // Members are matched by their JSON name, which is what the server sees. Two members with one JSON name and different C# names are
        // the same member, renamed in C#.
        var old = before.Properties.ToDictionary(static property => property.WireName, StringComparer.Ordinal);
        var @new = after.Properties.ToDictionary(static property => property.WireName, StringComparer.Ordinal);
        foreach (var gone in before.Properties.Where(property => !@new.ContainsKey(property.WireName)))
        {
            yield return Draft(gone.WireName, $"The {(gone.IsRequired ? "required" : "optional")} member is removed.", gone, null) with
            {
                Place = context.OldPlaces.Type(before.Name, gone.WireName),
            };
        }

        foreach (var added in after.Properties.Where(property => !old.ContainsKey(property.WireName)))
        {
            yield return Draft(
                added.WireName,
                $"The {(added.IsRequired ? "required" : "optional")} member ({Say.Code(added.Type)}) is added.",
                null,
                added
            );
        }

        foreach (var to in after.Properties.Where(property => old.ContainsKey(property.WireName)))
        {
            foreach (var draft in FieldComparer.Compare(old[to.WireName], to, Draft))
            {
                yield return draft;
            }
        }

        foreach (var draft in Whole(before, after, context))
        {
            yield return draft;
        }

        ChangeDraft Draft(string field, string what, PropertyModel? from, PropertyModel? to) =>
            new(ChangeKind.Field, $"{after.Name}.{field}", what)
            {
                Members =
                [
                    .. new[] { from, to }
                        .OfType<PropertyModel>()
                        .Select(property => $"{after.Name}.{property.Name}")
                        .Distinct(StringComparer.Ordinal),
                ],
                Left = [from?.Type],
                Came = [to?.Type],
                Place = context.NewPlaces.Type(after.Name, field),
            };
    }

    private static IEnumerable<ChangeDraft> Whole(ObjectModel before, ObjectModel after, Comparison context)
    {
        if (before.AdditionalProperties != after.AdditionalProperties)
        {
            yield return Draft(
                $"Additional members change from {Say.Code(before.AdditionalProperties, "undescribed")} to {Say.Code(after.AdditionalProperties, "undescribed")}.",
                ["ExtensionData", "AdditionalProperties"]
            ) with
            {
                Left = [before.AdditionalProperties],
                Came = [after.AdditionalProperties],
            };
        }

        if (before.IsSent != after.IsSent)
        {
            yield return Draft(
                after.IsSent ? "It is also sent." : "It is no longer sent.",
                after.Properties.Select(static property => property.Name)
            ) with
            {
                Note = after.IsSent ? "Callers must set its required members." : "Its required members no longer have to be set.",
            };
        }

        if (before.IsForm != after.IsForm)
        {
            yield return Draft(
                after.IsForm ? "It is a form instead of JSON." : "It is JSON instead of a form.",
                ["ExtensionData", "AdditionalProperties"]
            );
        }

        ChangeDraft Draft(string what, IEnumerable<string> members) =>
            new(ChangeKind.Type, after.Name, what)
            {
                Members = [.. members.Select(member => $"{after.Name}.{member}")],
                Place = context.NewPlaces.Type(after.Name),
            };
    }
}
