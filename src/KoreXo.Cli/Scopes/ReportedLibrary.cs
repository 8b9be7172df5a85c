namespace KoreXo.Cli.Scopes;

/// <summary>A library without a manifest, whose required scopes the apps that reference it should know.</summary>
/// <param name="Project">The project.</param>
/// <param name="Needs">The scopes that its calls need.</param>
internal sealed record ReportedLibrary(string Project, IReadOnlyList<ScopeOnCredential> Needs);
