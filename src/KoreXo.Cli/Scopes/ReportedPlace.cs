namespace KoreXo.Cli.Scopes;

/// <summary>A call that does not say what it needs.</summary>
internal sealed record ReportedPlace(string Member, string File, int Line);
