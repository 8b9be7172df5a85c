using System.Buffers;
using System.Collections.Frozen;

namespace KoreXo.Runtime;

/// <summary>Decides which headers a caller may set, by options, a parameter, or a token that came from outside.</summary>
internal static class HeaderRules
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "\t" + string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(static character => (char)character))
    );

    // These decide where a request goes, where it ends, or what it really is: with them, one request can pass for another, or for two.
    private static readonly FrozenSet<string> Forbidden = FrozenSet.ToFrozenSet(
        [
            "Connection",
            "Content-Length",
            "Content-Type",
            "Expect",
            "Host",
            "HTTP2-Settings",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "X-HTTP-Method",
            "X-HTTP-Method-Override",
            "X-Method-Override",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <exception cref="ArgumentException">The header must not be set, or not to this value.</exception>
    public static void Check(string name, string? value)
    {
        if (Forbidden.Contains(name))
        {
            throw new ArgumentException(
                $"The header '{name}' cannot be set: it changes where a request goes, where it ends, or what it asks for.",
                name
            );
        }

        // Tabs and spaces are fine inside a value; a line break would start another header.
        if (value is null || value.AsSpan().ContainsAnyExcept(Allowed))
        {
            throw new ArgumentException($"The value of the header '{name}' contains a line break or a non-ASCII character.", name);
        }
    }
}
