namespace KoreXo.Cli.Scopes;

/// <summary>A call whose required scopes are unknown.</summary>
internal sealed record ReportedPlace(string Member, string File, int Line);
