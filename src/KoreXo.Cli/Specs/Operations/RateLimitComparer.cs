using KoreXo.Cli.Specs.Comparing;
using KoreXo.Generator.Model;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Cli.Specs.Operations;

/// <summary>Compares how often an operation may be called.</summary>
internal static class RateLimitComparer
{
    public static IEnumerable<ChangeDraft> Compare(OperationModel before, OperationModel after, Comparison context)
    {
        if (before.RateLimit == after.RateLimit)
        {
            yield break;
        }

        yield return new ChangeDraft(
            ChangeKind.RateLimit,
            after.Id,
            $"The rate limit changes from {Text(before.RateLimit)} to {Text(after.RateLimit)}."
        )
        {
            Note = after.RateLimit is null
                ? $"{Say.Code(context.Method(after))} is no longer rate limited by the client."
                : $"{Say.Code(context.Method(after))} is rate limited by the client accordingly; callers need not change anything.",
            About = [context.Method(after)],
            Place = context.NewPlaces.Operation(after, "x-rate-limit"),
        };
    }

    private static string Text(XRateLimit? limit)
    {
        if (limit is null)
        {
            return "none";
        }

        var windows = Say.List(
            limit.Windows.Select(static window => $"{window.Calls} call{(window.Calls == 1 ? "" : "s")} in {window.Seconds} s")
        );
        var by = limit.By.Count == 0 ? "" : $", counted by {Say.Codes(limit.By.Select(static key => key.Name))}";
        return $"{windows} (budget {Say.Code(limit.Budget)}{by}{(limit.Documented ? "" : ", assumed")})";
    }
}
