using KoreXo.Cli.Specs.Comparing;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Operations;

/// <summary>Compares where a call goes and how it is handled: path, method, constant values, retries, credentials, deprecation.</summary>
internal static class CallComparer
{
    public static IEnumerable<ChangeDraft> Compare(OperationModel before, OperationModel after, Comparison context)
    {
        if (before.Verb != after.Verb || PathRenames.Find(before, after) is null)
        {
            yield return Draft(
                $"It moves from `{before.Verb}` {Say.Code(before.Path)} to `{after.Verb}` {Say.Code(after.Path)}.",
                "The method calls the new address; existing packages keep calling the old one."
            );
        }

        if (before.Server != after.Server)
        {
            yield return Draft(
                $"It is sent to {Server(after)} instead of {Server(before)}.",
                "Calls go there where the endpoint, or `options.Servers`, allows it.",
                Impact.Behavior
            );
        }

        if (before.Constants != after.Constants)
        {
            yield return Draft(
                $"Its constant values change from {Say.Code("{" + before.Constants + "}")} to {Say.Code("{" + after.Constants + "}")}.",
                "Callers need not change anything."
            );
        }

        if (before.IdempotencyKey != after.IdempotencyKey && IsRetried(before) && IsRetried(after))
        {
            yield return Draft(
                $"The key by which it recognizes a retried request is {Key(after)} instead of {Key(before)}.",
                "Callers need not change anything."
            );
        }

        if (before.Error != after.Error)
        {
            yield return Draft(
                after.Error is null ? "Its responses with a success status are no errors any more."
                    : before.Error is null ? "A response with a success status may be an error."
                    : "Responses with a success status are errors under another condition.",
                "Such responses are exceptions instead of results, or the reverse.",
                Impact.Behavior
            );
        }

        if (IsRetried(before) != IsRetried(after))
        {
            yield return IsRetried(after)
                ? Draft("It can be retried after a failure.", "Calls are retried after transport errors and 5xx responses.")
                : Draft(
                    "It is no longer retried after a failure.",
                    "Calls that were retried now throw a `KoreXoException`; callers must check `MayHaveBeenApplied`.",
                    Impact.Behavior
                );
        }

        if (before.IsAnonymous != after.IsAnonymous)
        {
            yield return after.IsAnonymous
                ? Draft("It no longer requires a credential.", "Calls are sent without one.")
                : Draft("It requires a credential.", "Clients without a credential can no longer call it.", Impact.Behavior);
        }

        if (before.IsDeprecated != after.IsDeprecated)
        {
            yield return after.IsDeprecated
                ? Draft("It is deprecated.", "Callers get the warning CS0618.")
                : Draft("It is no longer deprecated.", "Callers no longer get a warning.");
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

    private static bool IsRetried(OperationModel operation) => operation.IsIdempotent || operation.IdempotencyKey is not null;

    private static string Key(OperationModel operation) =>
        operation.IdempotencyKey is { } header ? $"the header {Say.Code(header)}" : "none";

    private static string Server(OperationModel operation) => operation.Server is { } server ? Say.Code(server) : "the endpoint";
}
