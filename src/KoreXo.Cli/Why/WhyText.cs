using KoreXo.Cli.Graphs;
using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Why;

/// <summary>The phrases that all formats of the report share.</summary>
internal static class WhyText
{
    public static string Kind(EntryPointKind kind) =>
        kind switch
        {
            EntryPointKind.Main => "Start",
            EntryPointKind.Route => "Route",
            EntryPointKind.Middleware => "Middleware",
            EntryPointKind.HostedService => "Hosted service",
            EntryPointKind.Timer => "Timer",
            EntryPointKind.EventHandler => "Event handler",
            EntryPointKind.PublicMember => "Public member",
            _ => "Test",
        };

    public static string Needs(IReadOnlyList<ReportedNeed> needs) =>
        needs.Count == 0
            ? "nothing"
            : string.Join(
                " or ",
                needs.Select(static need =>
                    string.Join(" and ", need.Scopes)
                    + On(need.Resource)
                    + (need.Credential is null ? "" : $" ({need.Credential})")
                    + (need.IsConditional ? ", for some arguments" : "")
                )
            );

    /// <summary>Formats what a library declares.</summary>
    public static string Declared(IEnumerable<ScopeOnCredential> scopes) =>
        string.Join(" and ", scopes.Select(static scope => scope.Scope + On(scope.Resource)));

    private static string On(string? resource) => resource is null ? "" : $" on {resource}";
}
