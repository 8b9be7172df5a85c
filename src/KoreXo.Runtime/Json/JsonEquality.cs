using System.Globalization;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Compares JSON by meaning: the order of members does not matter, and numbers are compared by value.</summary>
internal static class JsonEquality
{
    public static bool Same(JsonElement left, JsonElement right)
    {
        if (left.ValueKind != right.ValueKind)
        {
            return false;
        }

        return left.ValueKind switch
        {
            JsonValueKind.Object => SameMembers(left, right),
            JsonValueKind.Array => SameItems(left, right),
            JsonValueKind.String => JsonString.Get(left) == JsonString.Get(right),
            JsonValueKind.Number => SameNumber(left.GetRawText(), right.GetRawText()),
            _ => true,
        };
    }

    /// <summary>Compares digit by digit, so that different numbers are never rounded to the same one.</summary>
    public static bool SameNumber(string left, string right) =>
        string.Equals(left, right, StringComparison.Ordinal) || Canonical(left) == Canonical(right);

    private static bool SameItems(JsonElement left, JsonElement right)
    {
        if (left.GetArrayLength() != right.GetArrayLength())
        {
            return false;
        }

        var others = right.EnumerateArray();
        foreach (var item in left.EnumerateArray())
        {
            others.MoveNext();
            if (!Same(item, others.Current))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameMembers(JsonElement left, JsonElement right)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in right.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in left.EnumerateObject())
        {
            // TryGetProperty returns the last of several members with the same name, which is the one that counts.
            if (
                seen.Add(member.Name)
                && !(members.TryGetValue(member.Name, out var other) && left.TryGetProperty(member.Name, out var own) && Same(own, other))
            )
            {
                return false;
            }
        }

        return seen.Count == members.Count;
    }

    private static (bool Negative, string Digits, long Exponent) Canonical(string number)
    {
        var negative = number.StartsWith('-');
        var mantissa = negative ? number[1..] : number;
        long exponent = 0;
        if (mantissa.IndexOfAny(['e', 'E']) is >= 0 and var mark)
        {
            // An exponent out of range is clamped: such numbers differ only by their digits.
            exponent = long.TryParse(mantissa.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var given)
                ? Math.Clamp(given, int.MinValue, int.MaxValue)
                : int.MaxValue;
            mantissa = mantissa[..mark];
        }

        if (mantissa.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point)
        {
            exponent -= mantissa.Length - point - 1;
            mantissa = mantissa.Remove(point, 1);
        }

        var digits = mantissa.TrimStart('0');
        var significant = digits.TrimEnd('0');
        return significant.Length == 0 ? (false, "", 0) : (negative, significant, exponent + digits.Length - significant.Length);
    }
}
