using KoreXo.OpenApi;

namespace KoreXo.Simulator.Documents;

/// <summary>One way to authenticate: all of these schemes together. Without any, callers may be anonymous.</summary>
internal sealed record SecurityRequirement(EquatableArray<SchemeUse> Schemes);

/// <summary>A security scheme that an operation requires, with the scopes that it requires of it.</summary>
/// <param name="Scheme">The name of the scheme in the document.</param>
/// <param name="Kind">How its credential is sent.</param>
/// <param name="Name">The name of the header, query parameter or cookie.</param>
/// <param name="Scopes">The required scopes; empty if none are.</param>
internal sealed record SchemeUse(string Scheme, SchemeKind Kind, string Name, EquatableArray<string> Scopes);

/// <summary>How a credential is sent.</summary>
internal enum SchemeKind
{
    /// <summary>The secret, in a header.</summary>
    KeyInHeader,

    /// <summary>The secret, in the query.</summary>
    KeyInQuery,

    /// <summary>The secret, in a cookie.</summary>
    KeyInCookie,

    /// <summary>A token, in the <c>Authorization</c> header.</summary>
    Bearer,

    /// <summary>Client id and secret, in the <c>Authorization</c> header.</summary>
    Basic,

    /// <summary>Something that the simulator cannot check, such as a certificate or a signature.</summary>
    Unchecked,
}

/// <summary>The header that carries the token, and the prefix before it.</summary>
internal sealed record TokenPlace(string Header, string Prefix);
