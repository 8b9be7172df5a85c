namespace KoreXo.Runtime;

/// <summary>Adds the query parameters of <see cref="CallOptions.Query"/> to the address of a call.</summary>
internal static class ExtraQuery
{
    /// <exception cref="ArgumentException">A parameter is already sent, by the operation or for the credential.</exception>
    public static string Append(string address, CallState call)
    {
        if (call.Options is not { Query: { Count: > 0 } extra })
        {
            return address;
        }

        var result = new System.Text.StringBuilder(address);
        var separator = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in extra)
        {
            if (name.Length == 0 || value is null)
            {
                throw new ArgumentException(
                    $"{nameof(CallOptions)}.{nameof(CallOptions.Query)} contains {(value is null ? $"no value for '{name}'" : "a parameter without a name")}.",
                    name
                );
            }

            if (call.IsForCredential(AuthLocation.Query, name))
            {
                throw new ArgumentException(
                    $"The query parameter '{name}' carries the credential; use {nameof(CallOptions)}.{nameof(CallOptions.Credential)}.",
                    name
                );
            }

            if (Has(address, name))
            {
                throw new ArgumentException(
                    $"The query parameter '{name}' is already set by the operation; use its own argument or option.",
                    name
                );
            }

            result.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return result.ToString();
    }

    private static bool Has(string address, string name)
    {
        var start = address.IndexOf('?', StringComparison.Ordinal);
        foreach (var pair in start < 0 ? [] : address[(start + 1)..].Split('&'))
        {
            if (Uri.UnescapeDataString(pair.Split('=')[0].Replace('+', ' ')) == name)
            {
                return true;
            }
        }

        return false;
    }
}
