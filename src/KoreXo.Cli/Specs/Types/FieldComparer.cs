using KoreXo.Cli.Specs.Comparing;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Types;

/// <summary>One field in both versions.</summary>
internal static class FieldComparer
{
    public static IEnumerable<ChangeDraft> Compare(
        PropertyModel from,
        PropertyModel to,
        Func<string, string, PropertyModel?, PropertyModel?, ChangeDraft> draft
    )
    {
        if (from.Type != to.Type)
        {
            yield return Draft($"The type changes from {Say.Code(from.Type)} to {Say.Code(to.Type)}.");
        }

        if (from.IsRequired != to.IsRequired)
        {
            yield return Draft(to.IsRequired ? "The field becomes required." : "The field becomes optional.");
        }

        if (from.IsNullable != to.IsNullable)
        {
            yield return Draft(to.IsNullable ? "The field may be null." : "The field is never null any more.");
        }

        if (from.IsGivenByServer != to.IsGivenByServer)
        {
            yield return Draft(
                to.IsGivenByServer
                    ? "The server gives the field where it is not sent."
                    : "The server no longer gives the field where it is not sent."
            );
        }

        if (from.Constant != to.Constant)
        {
            yield return (from.Constant, to.Constant) switch
            {
                (null, { } value) => Draft($"The field has only the value {Say.Code(value)}.") with
                {
                    Note = "It is sent without being set.",
                },
                ({ } value, null) => Draft($"The field no longer has only the value {Say.Code(value)}.") with
                {
                    Note = "It is no longer sent without being set.",
                },
                var (was, @is) => Draft($"The field's only value changes from {Say.Code(was!)} to {Say.Code(@is!)}.") with
                {
                    Note = "It is sent without being set.",
                },
            };
        }

        if (from.IsSensitive != to.IsSensitive)
        {
            yield return Draft($"The field is {(to.IsSensitive ? "" : "no longer ")}sensitive.") with
            {
                Note = "No signature changes.",
            };
        }

        if (from.IsDeprecated != to.IsDeprecated)
        {
            yield return Draft(to.IsDeprecated ? "The field is deprecated." : "The field is no longer deprecated.") with
            {
                Note = to.IsDeprecated ? "Those who use it get the warning CS0618." : "Users get no warning any more.",
            };
        }

        if (from.Name != to.Name)
        {
            yield return Draft("The field has another name in C#.");
        }

        ChangeDraft Draft(string what) => draft(to.WireName, what, from, to);
    }
}
