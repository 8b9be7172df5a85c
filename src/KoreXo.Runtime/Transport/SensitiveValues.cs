using System.Text.Encodings.Web;

namespace KoreXo.Runtime;

/// <summary>Collects what the document marks as sensitive in a request, in the spellings in which a server may repeat it.</summary>
internal static class SensitiveValues
{
    /// <summary>The ways in which a server may write a string into the JSON of its error.</summary>
    private static readonly JavaScriptEncoder[] Encoders = [JavaScriptEncoder.Default, JavaScriptEncoder.UnsafeRelaxedJsonEscaping];

    /// <summary>Creates what hides the values of a call.</summary>
    public static Redactor Redactor(in OperationRequest request, RequestBody? body, CallOptions? options)
    {
        var operation = request.Operation;
        var values = new HashSet<string>(StringComparer.Ordinal);
        if (operation.SensitiveMembers.Length > 0)
        {
            body?.Collect(operation.SensitiveMembers, values);
        }

        foreach (var name in operation.SensitiveParameters)
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

        return new Redactor(Spellings(values), [.. operation.SensitiveMembers, .. operation.SensitiveParameters]);
    }

    /// <summary>Creates what hides a credential's token.</summary>
    public static Redactor Redactor(string token) => new(Spellings([token]), []);

    private static HashSet<string> Spellings(HashSet<string> values)
    {
        var all = new HashSet<string>(values, StringComparer.Ordinal);
        foreach (var value in values)
        {
            all.Add(Uri.EscapeDataString(value));
            foreach (var encoder in Encoders)
            {
                all.Add(encoder.Encode(value));
            }
        }

        all.Remove("");
        return all;
    }

    private static void AddPath(HashSet<string> values, in OperationRequest request, string name)
    {
        var template = request.Operation.Path.Split('/');
        var path = request.Address.Split('?')[0].Split('/');
        for (var index = 0; index < Math.Min(template.Length, path.Length); index++)
        {
            if (template[index].Contains($"{{{name}}}", StringComparison.Ordinal))
            {
                // Where the template has text around the name, more is hidden than must be.
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
