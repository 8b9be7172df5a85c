namespace KoreXo.Cli.Scopes;

/// <summary>An app, as its manifest describes it.</summary>
/// <param name="Name">The name.</param>
/// <param name="File">The manifest, relative to the solution.</param>
/// <param name="Holds">What it holds, in the order of the file.</param>
/// <param name="Missing">What calls need and it does not hold: the least that has to be added.</param>
/// <param name="Unused">What it holds though no project that has the manifest needs it.</param>
internal sealed record ReportedApp(
    string Name,
    string File,
    IReadOnlyList<ScopeOnCredential> Holds,
    IReadOnlyList<ScopeOnCredential> Missing,
    IReadOnlyList<ScopeOnCredential> Unused
);
