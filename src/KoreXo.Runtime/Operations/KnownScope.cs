using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>A scope that an API defines.</summary>
/// <param name="Name">The scope; compared ordinally.</param>
/// <param name="Aliases">Other spellings of it.</param>
/// <param name="Implies">The scopes that this one includes.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record KnownScope(string Name, string[] Aliases, string[] Implies);
