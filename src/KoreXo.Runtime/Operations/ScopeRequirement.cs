using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>One alternative of what an operation requires: scopes that must all be granted to a single credential.</summary>
/// <param name="Credential">The kind of credential; <see langword="null"/> for any kind.</param>
/// <param name="Scopes">The scopes, all of which are required.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ScopeRequirement(string? Credential, params string[] Scopes)
{
    /// <summary>
    /// Gets the parameter whose value is the resource that the scopes are granted on, for example <c>path.table</c>; <see langword="null"/>
    /// if they are granted on all.
    /// </summary>
    public string? Resource { get; init; }

    /// <summary>Gets the resource of a call that the scopes have to be granted on; <see langword="null"/> for every resource.</summary>
    internal string? On(string? resource) => Resource is null ? null : resource;
}

/// <summary>A scope that an API defines.</summary>
/// <param name="Name">The scope; compared ordinally.</param>
/// <param name="Aliases">Other spellings of it.</param>
/// <param name="Implies">The scopes that this one includes.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record KnownScope(string Name, string[] Aliases, string[] Implies);
