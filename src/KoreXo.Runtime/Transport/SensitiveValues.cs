namespace KoreXo.Runtime;

/// <summary>Blacks out the values of parameters that the document marks as sensitive, where a server repeats them in an error.</summary>
internal static class SensitiveValues
{
    public const string Mask = "***";

    public static string Redact(string text, in OperationRequest request, CallOptions? options)
    {
        foreach (var name in request.Operation.SensitiveParameters)
        {
            text = RedactPath(text, request, name);
            text = RedactQuery(text, request.Address, name);
            foreach (var (header, value) in request.Headers ?? [])
            {
                text = header.Equals(name, StringComparison.OrdinalIgnoreCase) ? Hide(text, value) : text;
            }

            if (options?.Headers.TryGetValue(name, out var own) == true)
            {
                text = Hide(text, own);
            }
        }

        return text;
    }

    private static string RedactPath(string text, in OperationRequest request, string name)
    {
        var template = request.Operation.Path.Split('/');
        var path = request.Address.Split('?')[0].Split('/');
        for (var index = 0; index < Math.Min(template.Length, path.Length); index++)
        {
            if (template[index].Contains($"{{{name}}}", StringComparison.Ordinal))
            {
                // Where the template has text around the name, more is hidden than must be.
                text = HideEscaped(text, path[index]);
            }
        }

        return text;
    }

    private static string RedactQuery(string text, string address, string name)
    {
        var start = address.IndexOf('?', StringComparison.Ordinal);
        if (start < 0)
        {
            return text;
        }

        foreach (var pair in address[(start + 1)..].Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && Uri.UnescapeDataString(pair[..equals]) == name)
            {
                text = HideEscaped(text, pair[(equals + 1)..]);
            }
        }

        return text;
    }

    private static string HideEscaped(string text, string escaped) => Hide(Hide(text, escaped), Uri.UnescapeDataString(escaped));

    private static string Hide(string text, string? value) =>
        string.IsNullOrEmpty(value) ? text : text.Replace(value, Mask, StringComparison.OrdinalIgnoreCase);
}
