namespace KoreXo.Cli.Scopes;

/// <summary>An app, as its manifest describes it.</summary>
/// <param name="Name">The name.</param>
/// <param name="File">The manifest, relative to the solution.</param>
/// <param name="Holds">The scopes it holds, in file order.</param>
/// <param name="Missing">The scopes that calls need and the app does not hold: the fewest that have to be added.</param>
/// <param name="Unused">The scopes it holds although no project that uses the manifest needs them.</param>
internal sealed record ReportedApp(
    string Name,
    string File,
    IReadOnlyList<ScopeOnCredential> Holds,
    IReadOnlyList<ScopeOnCredential> Missing,
    IReadOnlyList<ScopeOnCredential> Unused
);
