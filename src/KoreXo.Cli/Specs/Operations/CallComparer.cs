using KoreXo.Cli.Specs.Comparing;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Operations;

/// <summary>Where a call goes and how it is treated: path, verb, what is always sent, repetition, deprecation.</summary>
internal static class CallComparer
{
    public static IEnumerable<ChangeDraft> Compare(OperationModel before, OperationModel after, Comparison context)
    {
        if (before.Verb != after.Verb || before.Path != after.Path)
        {
            yield return Draft(
                $"It moves from `{before.Verb}` {Say.Code(before.Path)} to `{after.Verb}` {Say.Code(after.Path)}.",
                "The method calls the new address; packages made before go on calling the old one."
            );
        }

        if (before.Constants != after.Constants)
        {
            yield return Draft(
                $"What it always sends changes from {Say.Code("{" + before.Constants + "}")} to {Say.Code("{" + after.Constants + "}")}.",
                "Callers need not change anything."
            );
        }

        if (before.IsIdempotent != after.IsIdempotent)
        {
            yield return after.IsIdempotent
                ? Draft("It may be repeated after a fault.", "Calls are repeated after faults of the transport and answers of 5xx.")
                : Draft(
                    "It must not be repeated after a fault any more.",
                    "Such calls end with a `KoreXoException` whose `MayHaveBeenApplied` callers have to heed, where they were repeated before.",
                    Impact.Behavior
                );
        }

        if (before.IsAnonymous != after.IsAnonymous)
        {
            yield return after.IsAnonymous
                ? Draft("It takes no credential any more.", "Calls are sent without one.")
                : Draft("It takes a credential.", "Clients without a credential cannot call it any more.", Impact.Behavior);
        }

        if (before.IsDeprecated != after.IsDeprecated)
        {
            yield return after.IsDeprecated
                ? Draft("It is deprecated.", "Callers get the warning CS0618.")
                : Draft("It is no longer deprecated.", "Callers get no warning any more.");
        }

        ChangeDraft Draft(string what, string note, Impact impact = Impact.None) =>
            new(ChangeKind.Operation, after.Id, what)
            {
                Impact = impact,
                Note = $"{Say.Code(context.Method(after))}: {note}",
                About = [context.Method(after)],
                Place = context.NewPlaces.Operation(after),
            };
    }
}
