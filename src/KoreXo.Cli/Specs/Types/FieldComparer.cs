using KoreXo.Cli.Specs.Comparing;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Types;

/// <summary>Compares one member in both versions.</summary>
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
            yield return Draft(to.IsRequired ? "The member becomes required." : "The member becomes optional.");
        }

        if (from.IsNullable != to.IsNullable)
        {
            yield return Draft(to.IsNullable ? "The member becomes nullable." : "The member is no longer nullable.");
        }

        if (from.IsGivenByServer != to.IsGivenByServer)
        {
            yield return Draft(
                to.IsGivenByServer
                    ? "The server sets the member if it is not sent."
                    : "The server no longer sets the member if it is not sent."
            );
        }

        if (from.Constant != to.Constant)
        {
            yield return (from.Constant, to.Constant) switch
            {
                (null, { } value) => Draft($"The member has only the value {Say.Code(value)}.") with
                {
                    Note = "It is sent without being set.",
                },
                ({ } value, null) => Draft($"The member no longer has only the value {Say.Code(value)}.") with
                {
                    Note = "It is no longer sent without being set.",
                },
                var (was, @is) => Draft($"The member's only value changes from {Say.Code(was!)} to {Say.Code(@is!)}.") with
                {
                    Note = "It is sent without being set.",
                },
            };
        }

        if (from.Encoding != to.Encoding)
        {
            yield return Draft("The part of the form is written differently.") with
            {
                Note = "Callers need not change anything.",
            };
        }

        if (from.IsSensitive != to.IsSensitive)
        {
            yield return Draft($"The member is {(to.IsSensitive ? "" : "no longer ")}sensitive.") with
            {
                Note = "No signature changes.",
            };
        }

        if (from.IsDeprecated != to.IsDeprecated)
        {
            yield return Draft(to.IsDeprecated ? "The member is deprecated." : "The member is no longer deprecated.") with
            {
                Note = to.IsDeprecated ? "Code that uses it gets the warning CS0618." : "Code that uses it no longer gets a warning.",
            };
        }

        if (from.Name != to.Name)
        {
            yield return Draft("The member is renamed in C#.");
        }

        ChangeDraft Draft(string what) => draft(to.WireName, what, from, to);
    }
}
