using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Upgrade;

/// <summary>
/// Recognizes numbers that may also be strings, as ASP.NET Core describes its own: <c>type: [integer, string]</c> with a pattern of digits,
/// or a format without a type. They become numbers; the codecs read both.
/// </summary>
internal static class NumberNormalizer
{
    private static readonly string[] Signs = ["-?", "[+-]?", "[-+]?"];
    private static readonly string[] Ranges = ["0-9", "1-9", "[+-]", "[-+]"];

    private static readonly string[] TextFormats =
    [
        "date",
        "date-time",
        "time",
        "duration",
        "uuid",
        "uri",
        "uri-reference",
        "email",
        "hostname",
        "ipv4",
        "ipv6",
        "byte",
        "binary",
        "password",
    ];

    public static void Run(SpecNode schema)
    {
        if (schema["type"] is null)
        {
            AddType(schema);
        }
        else if (schema["type"] is { Kind: SpecNodeKind.Array } types && MayBeText(types) && IsNumber(schema))
        {
            schema.Set("type", types.NewArray([.. types.Items.Where(static type => type.Text != "string")]));
        }

        DropTextBranch(schema);
    }

    /// <summary>Infers the type of a schema that has only a format.</summary>
    private static void AddType(SpecNode schema)
    {
        if (!SchemaNormalizer.HasShape(schema) && schema.String("format") is { } format)
        {
            if ((NumberType(format) ?? (Array.IndexOf(TextFormats, format) >= 0 ? "string" : null)) is { } type)
            {
                schema.Set("type", schema.NewText(type));
            }
        }
    }

    /// <summary>Handles the same as a choice: a number, or a string of digits.</summary>
    private static void DropTextBranch(SpecNode schema)
    {
        foreach (var name in (string[])["oneOf", "anyOf"])
        {
            if (
                schema[name] is { Items.Count: > 1 } choices
                && choices.Items.Exists(static choice => choice.String("type") is "integer" or "number")
                && choices.Items.FindIndex(static choice => choice.String("type") == "string" && IsNumber(choice)) is >= 0 and var text
            )
            {
                schema.Set(name, choices.NewArray([.. choices.Items.Where((_, index) => index != text)]));
            }
        }
    }

    private static bool MayBeText(SpecNode types)
    {
        var others = types.Items.Select(static type => type.Text).Where(static type => type != "null").ToList();
        return others.Remove("string") && others.Count > 0 && others.TrueForAll(static type => type is "integer" or "number");
    }

    private static bool IsNumber(SpecNode schema) =>
        NumberType(schema.String("format")) is not null || (schema.String("pattern") is { } pattern && IsDigits(pattern));

    // The pattern is not interpreted, only recognized: after the sign, each range of digits counts as a digit, and what remains may
    // consist of digits and operators alone. Braces are none of the operators, which is intended: \d{5} is a postal code, and a number
    // would lose its leading zero.
    /// <summary>
    /// Returns whether a pattern is one of digits, such as <c>^-?(?:0|[1-9]\d*)$</c>. A pattern with a fixed number of digits, or with
    /// dashes between them, is that of a code.
    /// </summary>
    private static bool IsDigits(string pattern)
    {
        var rest = pattern.TrimStart('^');
        if (Array.Find(Signs, sign => rest.StartsWith(sign, StringComparison.Ordinal)) is { } found)
        {
            rest = rest.Substring(found.Length);
        }

        rest = Ranges.Aggregate(rest, static (text, range) => text.Replace(range, "0"));
        return rest.Length > 0
            && rest.IndexOfAny(['0', 'd']) >= 0
            && rest.All(static c => char.IsDigit(c) || @"\d[]().:?|*+eE$".IndexOf(c) >= 0);
    }

    private static string? NumberType(string? format) =>
        format switch
        {
            "int8" or "int16" or "int32" or "int64" or "uint8" or "uint16" or "uint32" or "uint64" => "integer",
            "float" or "double" or "decimal" or "decimal128" => "number",
            _ => null,
        };
}
