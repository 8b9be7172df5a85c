using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using KoreXo.Cli.Reports;

namespace KoreXo.Cli.Locks;

/// <summary>What a report says about a base, a policy and production.</summary>
/// <param name="Needs">What the apps need.</param>
/// <param name="Growth">The comparison with the base; <see langword="null"/> without one.</param>
/// <param name="Violations">What violates the policy.</param>
/// <param name="Observed">What production used; <see langword="null"/> if that is unknown.</param>
internal sealed record GrowthReport(ScopeLock Needs, ScopeGrowth? Growth, IReadOnlyList<string> Violations, ObservedUsage? Observed)
{
    /// <summary>Gets a value indicating whether a scope is new, or the policy is violated.</summary>
    public bool HasFaults => Growth is { Added.Count: > 0 } || Violations.Count > 0;

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        if (Growth is not null)
        {
            Section(text, "New scopes", Growth.Added.SelectMany(static row => Lines(row.App, row.Scope)));
            Section(text, "New entry points for known scopes", Growth.Reached.SelectMany(static row => Lines(row.App, row.Scope)));
            Section(
                text,
                "No longer required",
                Growth.Removed.Select(static row => $"{Markdown.Word(row.App)}: {Markdown.Scope(row.Scope)}")
            );
            if (text.Length == 0)
            {
                text.Append("\nNo scope is new since the base.\n");
            }
        }

        Section(text, "Policy", Violations.Select(Markdown.Text));
        if (Observed is not null)
        {
            Section(
                text,
                "Required, but never observed",
                Observed.Unseen(Needs).Select(static row => $"{Markdown.Word(row.App)}: {Markdown.Scope(row.Scope)}")
            );
            Section(
                text,
                "Observed, but not required by any code",
                Observed
                    .Unexplained(Needs)
                    .Select(static row =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{Markdown.Scope(row.Scope)}, {row.Calls} call{(row.Calls == 1 ? "" : "s")}"
                        )
                    )
            );
        }

        return text.ToString();
    }

    public void AddTo(JsonObject report)
    {
        if (Growth is not null)
        {
            report["growth"] = new JsonObject
            {
                ["added"] = new JsonArray([.. Growth.Added.Select(static row => Row(row.App, row.Scope))]),
                ["reached"] = new JsonArray([.. Growth.Reached.Select(static row => Row(row.App, row.Scope))]),
                ["removed"] = new JsonArray([.. Growth.Removed.Select(static row => Row(row.App, new LockedScope(row.Scope, [])))]),
            };
        }

        if (Observed is not null)
        {
            report["unobserved"] = new JsonArray([
                .. Observed.Unseen(Needs).Select(static row => Row(row.App, new LockedScope(row.Scope, []))),
            ]);
            report["unexplained"] = new JsonArray([
                .. Observed
                    .Unexplained(Needs)
                    .Select(static row =>
                        JsonReport.OnResource(
                            new JsonObject
                            {
                                ["credential"] = row.Scope.Credential,
                                ["scope"] = row.Scope.Scope,
                                ["calls"] = row.Calls,
                            },
                            row.Scope.Resource
                        )
                    ),
            ]);
        }

        report["policy"] = new JsonArray([.. Violations.Select(static line => JsonValue.Create(line))]);
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var items = lines.ToList();
        if (items.Count > 0)
        {
            text.Append('\n').Append("## ").Append(title).Append("\n\n");
            items.ForEach(line => text.Append("- ").Append(line).Append('\n'));
        }
    }

    private static IEnumerable<string> Lines(string app, LockedScope scope) =>
        scope.Entries.Count == 0
            ? [$"{Markdown.Word(app)}: {Markdown.Scope(scope.Scope)}, not reached from any entry point"]
            : scope.Entries.Select(entry =>
                $"{Markdown.Word(app)}: {Markdown.Scope(scope.Scope)}, {entry.Kind.ToLowerInvariant()} {Markdown.Code(entry.Title)}: {Markdown.Code(entry.Calls[0])}"
            );

    private static JsonObject Row(string app, LockedScope scope) =>
        JsonReport.OnResource(
            new JsonObject
            {
                ["app"] = app,
                ["credential"] = scope.Scope.Credential,
                ["scope"] = scope.Scope.Scope,
                ["entryPoints"] = new JsonArray([.. scope.Entries.Select(static entry => JsonValue.Create(entry.Title))]),
            },
            scope.Scope.Resource
        );
}
