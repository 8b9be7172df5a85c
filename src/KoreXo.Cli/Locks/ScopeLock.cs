using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Locks;

/// <summary>What the apps of a solution need, and why: the content of <c>scopes.lock</c>.</summary>
/// <param name="Apps">The apps, by name.</param>
internal sealed record ScopeLock(IReadOnlyList<LockedApp> Apps);

/// <summary>What one app needs.</summary>
/// <param name="Name">The name of the app.</param>
/// <param name="Scopes">Its scopes, by name and credential.</param>
internal sealed record LockedApp(string Name, IReadOnlyList<LockedScope> Scopes);

/// <summary>A scope that an app needs.</summary>
/// <param name="Scope">The scope, on the credential that the app uses for it.</param>
/// <param name="Entries">The entry points that need it; empty if no entry point reaches the calls that do.</param>
internal sealed record LockedScope(ScopeOnCredential Scope, IReadOnlyList<LockedEntry> Entries);

/// <summary>An entry point that needs a scope. It has no line numbers, so that a change elsewhere in its file changes nothing.</summary>
/// <param name="Kind">What runs it.</param>
/// <param name="Title">The display name.</param>
/// <param name="Project">The assembly.</param>
/// <param name="Calls">The shortest path to each member that needs the scope: functions, then the member.</param>
internal sealed record LockedEntry(string Kind, string Title, string Project, IReadOnlyList<string> Calls);
