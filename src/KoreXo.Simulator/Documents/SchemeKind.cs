namespace KoreXo.Simulator.Documents;

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
