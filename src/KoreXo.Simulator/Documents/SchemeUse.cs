using KoreXo.OpenApi;

namespace KoreXo.Simulator.Documents;

/// <summary>A security scheme that an operation requires, with the scopes that it requires of it.</summary>
/// <param name="Scheme">The name of the scheme in the document.</param>
/// <param name="Kind">How its credential is sent.</param>
/// <param name="Name">The name of the header, query parameter or cookie.</param>
/// <param name="Scopes">The required scopes; empty if none are.</param>
internal sealed record SchemeUse(string Scheme, SchemeKind Kind, string Name, EquatableArray<string> Scopes);
