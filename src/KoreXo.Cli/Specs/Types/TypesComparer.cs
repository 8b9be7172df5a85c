using KoreXo.Cli.Specs.Comparing;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Types;

/// <summary>Compares the types of a document. Added and removed types are reported with the operation or member that uses them.</summary>
internal static class TypesComparer
{
    public static IEnumerable<ChangeDraft> Compare(Comparison context, Renames renames)
    {
        foreach (
            // A type that is named after an operation is renamed with it, and the change of the operation lists it.
            var (from, to) in renames.Types.ExceptBy(
                renames.Operations.Values.SelectMany(renames.Followers),
                static pair => pair.Key,
                StringComparer.Ordinal
            )
        )
        {
            yield return new ChangeDraft(ChangeKind.Type, to, $"The type {Say.Code(from)} is renamed to {Say.Code(to)}.")
            {
                Impact = Impact.Source,
                Note = $"{Say.Code(from)} is renamed to {Say.Code(to)} wherever it is used.",
                About = [from, to, .. Shapes(from, to, context)],
                Place = context.NewPlaces.Type(to),
            };
        }

        var old = context.Old.Document.EmittedTypes.ToDictionary(static type => type.Name, StringComparer.Ordinal);
        foreach (var after in context.New.Document.EmittedTypes.Where(type => old.ContainsKey(type.Name)))
        {
            foreach (var draft in Compare(old[after.Name], after, context))
            {
                yield return draft;
            }
        }
    }

    private static IEnumerable<ChangeDraft> Compare(TypeModel before, TypeModel after, Comparison context)
    {
        if (before.IsDeprecated != after.IsDeprecated)
        {
            yield return new ChangeDraft(
                ChangeKind.Type,
                after.Name,
                after.IsDeprecated ? "It is deprecated." : "It is no longer deprecated."
            )
            {
                Note = after.IsDeprecated
                    ? $"Code that uses {Say.Code(after.Name)} gets the warning CS0618."
                    : "Code that uses it no longer gets a warning.",
                Place = context.NewPlaces.Type(after.Name),
            };
        }

        var drafts = (before, after) switch
        {
            (ObjectModel from, ObjectModel to) => ObjectComparer.Compare(from, to, context),
            (ValueSetModel from, ValueSetModel to) when from.Kind == to.Kind => ValueSetComparer.Compare(from, to, context),
            (UnionModel from, UnionModel to) => UnionComparer.Compare(from, to, context),
            _ =>
            [
                new ChangeDraft(ChangeKind.Type, after.Name, $"It is {Kind(after)} instead of {Kind(before)}.")
                {
                    // An object that becomes a union loses all its members in C#, and gets others. Named here, they all belong to this one
                    // change; otherwise each would be reported as a consequence of unknown origin.
                    Members = [after.Name, .. Inside(after, context)],
                    Left = [.. TypeGraph.Parts(before)],
                    Came = [.. TypeGraph.Parts(after)],
                    Place = context.NewPlaces.Type(after.Name),
                },
            ],
        };
        foreach (var draft in drafts)
        {
            yield return draft;
        }
    }

    /// <summary>Returns the union cases that are named after a type.</summary>
    private static IEnumerable<string> Shapes(string type, string newName, Comparison context) =>
        context
            .Old.Document.Types.OfType<UnionModel>()
            .Where(union => union.Cases.Any(item => item.Name == newName && item.Type is TypeRef.Named named && named.Name == newName))
            .Select(union => $"{union.Name}.{type}");

    private static IEnumerable<string> Inside(TypeModel type, Comparison context) =>
        new[] { context.Old.Document, context.New.Document }
            .SelectMany(document => document.Types.Where(other => other.Name == type.Name))
            .SelectMany(static version =>
                version switch
                {
                    ObjectModel model => model
                        .Properties.Select(static property => property.Name)
                        .Concat(["ExtensionData", "AdditionalProperties"]),
                    ValueSetModel model => model
                        .Values.Select(static value => value.Name)
                        .Concat(["Value", "IsKnown", "Equals", "GetHashCode", "ToString"]),
                    UnionModel model => model.Cases.Select(static item => item.Name).Append("Unknown"),
                    _ => [],
                }
            )
            .Select(name => $"{type.Name}.{name}");

    private static string Kind(TypeModel type) =>
        type switch
        {
            ObjectModel => "an object",
            ValueSetModel { Kind: ScalarKind.String } => "a set of values",
            ValueSetModel => "a set of integers",
            _ => "a union",
        };
}
