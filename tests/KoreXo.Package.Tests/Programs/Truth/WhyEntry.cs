using System.Text.Json;

namespace KoreXo.Package.Tests.Programs.Truth;

/// <summary>An entry point in the report of <c>korexo scopes why</c>.</summary>
internal sealed class WhyEntry(JsonElement entry)
{
    public string Kind { get; } = entry.GetProperty("kind").GetString()!;

    public string Title { get; } = entry.GetProperty("title").GetString()!;

    public string Project { get; } = entry.GetProperty("project").GetString()!;

    public string Place { get; } = PlaceOf(entry);

    /// <summary>What its calls need, each once, and what cannot be known.</summary>
    public IReadOnlySet<string> Needs { get; } =
        entry
            .GetProperty("calls")
            .EnumerateArray()
            .Select(NeedOf)
            .Concat(entry.GetProperty("unknown").EnumerateArray().Select(static use => $"unknown: {use.GetProperty("reason").GetString()}"))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Each call with the functions that lead to it, and the place of each.</summary>
    public IReadOnlyList<IReadOnlyList<(string Text, string Place)>> Calls { get; } =
    [
        .. entry
            .GetProperty("calls")
            .EnumerateArray()
            .Select(static call =>
                (IReadOnlyList<(string, string)>)
                    [
                        .. call.GetProperty("chain")
                            .EnumerateArray()
                            .Select(static step => (step.GetProperty("function").GetString()!, PlaceOf(step))),
                        ($"{call.GetProperty("member").GetString()} needs {NeedOf(call)}", PlaceOf(call)),
                    ]
            ),
    ];

    /// <summary>The operations that it may call: <c>Analytics.findIntent</c>.</summary>
    public IReadOnlySet<string> Operations { get; } =
        entry
            .GetProperty("calls")
            .EnumerateArray()
            .Select(static call => call.GetProperty("member").GetString()!)
            .Where(static member => member.Contains("Client.", StringComparison.Ordinal))
            .Select(Operation)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The scopes that it may use, with the credential.</summary>
    public IReadOnlySet<string> Scopes { get; } =
        entry
            .GetProperty("scopes")
            .EnumerateArray()
            .Select(static scope => $"{scope.GetProperty("scope").GetString()} ({scope.GetProperty("credential").GetString()})")
            .ToHashSet(StringComparer.Ordinal);

    public static string PlaceOf(JsonElement element) =>
        element.GetProperty("place") is { ValueKind: JsonValueKind.Object } place
            ? FormattableString.Invariant($"{place.GetProperty("file").GetString()}:{place.GetProperty("line").GetInt32()}")
            : "";

    public static string NeedOf(JsonElement call) =>
        string.Join(
            " or ",
            call.GetProperty("needs")
                .EnumerateArray()
                .Select(static need =>
                    $"{string.Join(" and ", need.GetProperty("scopes").EnumerateArray())}{Resource(need)} ({need.GetProperty("credential").GetString()})"
                )
        );

    private static string Resource(JsonElement need) => need.TryGetProperty("resource", out var resource) ? $" on {resource}" : "";

    // AnalyticsClient.FindIntentAsync is Analytics.findIntent.
    private static string Operation(string member)
    {
        var (area, name) = (member.Split("Client.")[0], member.Split('.')[^1]);
        return $"{area}.{char.ToLowerInvariant(name[0])}{name[1..].Replace("Async", "", StringComparison.Ordinal)}";
    }
}
