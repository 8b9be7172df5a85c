namespace KoreXo.Runtime;

/// <summary>Validates a path that a user wrote: it must stay below the endpoint.</summary>
internal static class RawPath
{
    /// <summary>Validates a path.</summary>
    /// <returns>The path without the query.</returns>
    public static string Check(string path, string parameter)
    {
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal))
        {
            throw new ArgumentException("The path must be relative to the endpoint and begin with one slash.", parameter);
        }

        if (path.AsSpan().ContainsAnyExceptInRange('!', '~') || path.AsSpan().ContainsAny(@"\#"))
        {
            throw new ArgumentException(
                "The path must be escaped: spaces, '#', backslashes and non-ASCII characters are not allowed (see Uri.EscapeDataString).",
                parameter
            );
        }

        var query = path.IndexOf('?', StringComparison.Ordinal);
        var bare = query < 0 ? path : path[..query];
        foreach (var segment in bare.Split('/'))
        {
            // Servers unescape before they resolve dot segments, some of them twice.
            var plain = Uri.UnescapeDataString(Uri.UnescapeDataString(segment));
            foreach (var part in plain.Split('/', '\\'))
            {
                if (part is "." or "..")
                {
                    throw new ArgumentException(
                        "The path must not contain dot segments, even escaped ones: they lead out of it.",
                        parameter
                    );
                }
            }
        }

        return bare;
    }
}
