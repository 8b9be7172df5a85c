using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace KoreXo.Runtime;

/// <summary>The spellings in which a server may echo a value.</summary>
internal static class SecretSpellings
{
    // The characters that neither a URL nor JSON nor HTML escapes.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    );

    /// <summary>The encodings in which a server may write a string into the JSON of its error.</summary>
    private static readonly JavaScriptEncoder[] Encoders = [JavaScriptEncoder.Default, JavaScriptEncoder.UnsafeRelaxedJsonEscaping];

    /// <summary>Adds the spellings of a value that was sent.</summary>
    public static void Add(string value, Action<string> add)
    {
        add(value);
        if (!value.AsSpan().ContainsAnyExcept(Plain))
        {
            return;
        }

        add(Uri.EscapeDataString(value));
        foreach (var encoder in Encoders)
        {
            add(encoder.Encode(value));
        }
    }

    /// <summary>Gets the spellings of a token, which warrants more of them.</summary>
    public static HashSet<string> OfToken(string token)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        Add(token, spelling => all.Add(spelling));
        all.Add(Uri.EscapeDataString(Uri.EscapeDataString(token)));
        all.Add(token.Replace("/", "\\/", StringComparison.Ordinal));
        all.Add(WebUtility.HtmlEncode(token));
        all.Add(Convert.ToBase64String(Encoding.UTF8.GetBytes(token)).TrimEnd('='));
        all.Add(Base64Url.Encode(Encoding.UTF8.GetBytes(token)));
        return all;
    }
}
