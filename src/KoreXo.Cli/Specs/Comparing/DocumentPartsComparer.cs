using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Comparing;

/// <summary>
/// Compares what applies to all operations of a document: whether there are any, how credentials are sent, and which messages mean that a
/// request was rate limited.
/// </summary>
internal static class DocumentPartsComparer
{
    public static IEnumerable<ChangeDraft> Compare(Comparison context)
    {
        var (old, @new) = (context.Old.Document, context.New.Document);
        // A document that was added is compared with an empty one (see SpecLoader). Its operations are reported as added; how credentials
        // are sent cannot have changed.
        if (old.Operations.Count == 0 && @new.Operations.Count > 0)
        {
            yield return Draft(
                "The document is added.",
                "Its JSON type resolver and its registration for dependency injection are added with it."
            ) with
            {
                Members = [context.Client],
            };
            yield break;
        }

        if (old.Operations.Count > 0 && @new.Operations.Count == 0)
        {
            yield return Draft(
                "The document is removed.",
                "Its JSON type resolver and its registration for dependency injection are removed with it."
            ) with
            {
                Members = [context.Client],
                Place = context.OldPlaces.Document,
            };
            yield break;
        }

        if (old.Authentication != @new.Authentication)
        {
            // Another header carries the same secret; after "Bearer" there is a token instead of a key.
            var isOtherKind = old.Authentication?.Prefix != @new.Authentication?.Prefix;
            yield return Draft(
                $"Credentials are sent {Text(@new.Authentication)} instead of {Text(old.Authentication)}.",
                isOtherKind
                    ? $"{Say.Code(context.Client)} needs a credential of another kind."
                    : $"{Say.Code(context.Client)} handles this; callers need not change anything."
            ) with
            {
                Impact = isOtherKind ? Impact.Behavior : Impact.None,
            };
        }

        if (!old.Refusals.Equals(@new.Refusals))
        {
            yield return Draft(
                "The messages that mean \"rate limit exceeded\" change.",
                $"{Say.Code(context.Client)} retries calls accordingly."
            );
        }

        ChangeDraft Draft(string what, string note) =>
            new(ChangeKind.Document, @new.ClientName, what)
            {
                Note = note,
                About = [context.Client],
                Place = context.NewPlaces.Document ?? context.OldPlaces.Document,
            };
    }

    internal static string Text(AuthenticationModel? authentication) =>
        authentication is { } how
            ? $"as {how.Location.ToLowerInvariant()} {Say.Code(how.Name)}{(how.Prefix.Length == 0 ? "" : $" after {Say.Code(how.Prefix.TrimEnd())}")}"
            : "in an undescribed way";
}
