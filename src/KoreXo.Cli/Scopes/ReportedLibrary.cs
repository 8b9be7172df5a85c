namespace KoreXo.Cli.Scopes;

/// <summary>A library without a manifest, whose needs the apps that reference it should know.</summary>
/// <param name="Project">The project.</param>
/// <param name="Needs">What its calls need.</param>
internal sealed record ReportedLibrary(string Project, IReadOnlyList<string> Needs);
