using System.Text;

namespace KoreXo.Simulator.Requests;

/// <summary>Formats a request as a curl command for a POSIX shell.</summary>
internal static class CurlLine
{
    /// <summary>The environment variable that replaces a hidden token.</summary>
    public const string TokenVariable = "KOREXO_TOKEN";

    /// <summary>The placeholder for a hidden token in <see cref="Write"/>.</summary>
    public const string HiddenToken = "\0token\0";

    /// <param name="method">The HTTP method.</param>
    /// <param name="address">The complete address, encoded.</param>
    /// <param name="headers">The headers; <see cref="HiddenToken"/> in a value is replaced by the variable.</param>
    /// <param name="data">The option that sends the body, with its unquoted value; null without a body.</param>
    public static string Write(
        string method,
        string address,
        IEnumerable<(string Name, string Value)> headers,
        (string Option, string Value)? data
    )
    {
        var line = new StringBuilder("curl -sS");
        if (method != "GET" || data is not null)
        {
            line.Append(" -X ").Append(Quote(method));
        }

        foreach (var (name, value) in headers)
        {
            line.Append(" -H ").Append(Quote($"{name}: {value}").Replace(HiddenToken, $"'\"${TokenVariable}\"'", StringComparison.Ordinal));
        }

        if (data is { } body)
        {
            line.Append(' ').Append(body.Option).Append(' ').Append(Quote(body.Value));
        }

        return line.Append(' ').Append(Quote(address)).ToString();
    }

    /// <summary>Quotes a string. Inside single quotes, only the quote itself is special.</summary>
    private static string Quote(string text) =>
        text.Length > 0 && text.All(char.IsAsciiLetterOrDigit) ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
