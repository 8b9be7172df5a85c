namespace KoreXo.Runtime;

/// <summary>Collects what the document marks as sensitive in a request, as far as it may occur in a string from the server.</summary>
internal static class SensitiveValues
{
    /// <summary>Creates a redactor for the values of a call in one string.</summary>
    /// <exception cref="OperationCanceledException">The caller canceled the operation.</exception>
    public static Redactor Redactor(
        string text,
        in OperationRequest request,
        RequestBody? body,
        CallOptions? options,
        CancellationToken cancellationToken
    )
    {
        var operation = request.Operation;
        var windows = new TextWindows(text);
        var spellings = new HashSet<string>(StringComparer.Ordinal);
        void Keep(string spelling)
        {
            if (windows.MayHold(spelling))
            {
                spellings.Add(spelling);
            }
        }

        if (operation.SensitiveMembers.Length > 0)
        {
            body?.Collect(
                operation.SensitiveMembers,
                value =>
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    SecretSpellings.Add(value, Keep);
                }
            );
        }

        foreach (var value in Parameters(request, options))
        {
            SecretSpellings.Add(value, Keep);
        }

        return new Redactor(spellings, [.. operation.SensitiveMembers, .. operation.SensitiveParameters]);
    }

    /// <summary>Creates a redactor for the tokens of credentials, and parts of them.</summary>
    public static Redactor Redactor(IEnumerable<string> tokens) =>
        new([.. tokens.SelectMany(SecretSpellings.OfToken)], [], hidesParts: true);

    private static HashSet<string> Parameters(in OperationRequest request, CallOptions? options)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in request.Operation.SensitiveParameters)
        {
            AddPath(values, request, name);
            AddQuery(values, request.Address, name);
            foreach (var (header, value) in request.Headers ?? [])
            {
                if (header.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    values.Add(value);
                }
            }

            if (options?.Headers.TryGetValue(name, out var own) == true)
            {
                values.Add(own);
            }

            if (options?.Query.TryGetValue(name, out var extra) == true)
            {
                values.Add(extra);
            }
        }

        return values;
    }

    private static void AddPath(HashSet<string> values, in OperationRequest request, string name)
    {
        var template = request.Operation.Path.Split('/');
        var path = request.Address.Split('?')[0].Split('/');
        for (var index = 0; index < Math.Min(template.Length, path.Length); index++)
        {
            if (template[index].Contains($"{{{name}}}", StringComparison.Ordinal))
            {
                // If the template has text around the name, more is redacted than necessary.
                AddEscaped(values, path[index]);
            }
        }
    }

    private static void AddQuery(HashSet<string> values, string address, string name)
    {
        var start = address.IndexOf('?', StringComparison.Ordinal);
        if (start < 0)
        {
            return;
        }

        foreach (var pair in address[(start + 1)..].Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && Uri.UnescapeDataString(pair[..equals]) == name)
            {
                AddEscaped(values, pair[(equals + 1)..]);
            }
        }
    }

    private static void AddEscaped(HashSet<string> values, string escaped)
    {
        values.Add(escaped);
        values.Add(Uri.UnescapeDataString(escaped));
    }
}
