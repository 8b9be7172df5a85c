using System.Text.RegularExpressions;

namespace KoreXo.OpenApi.Text;

/// <summary>
/// Removes blank lines with spaces at the beginning of literal and folded blocks. YAML 1.2 allows them up to the indentation of the content
/// (8.1.1.1); the parser rejects them. Without the spaces the block means the same, and no other line moves.
/// </summary>
internal static class YamlBlockScalars
{
    /// <summary>Matches the header of a block without an indentation indicator, such as <c>description: |-</c>.</summary>
    private static readonly Regex Head = new(
        @"(^|[\s:?-])[|>][+-]?[ \t]*(\s#.*)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Regex.InfiniteMatchTimeout // linear in the length of the line
    );

    /// <summary>Removes the spaces of blank lines at the beginning of blocks; returns the same string if there are none.</summary>
    public static string WithoutBlankHeads(string text)
    {
        var lines = text.Split('\n');
        var isChanged = false;
        for (var i = 0; i < lines.Length - 1; i++)
        {
            if (!IsBlank(lines[i + 1]) || !Head.IsMatch(lines[i].TrimEnd('\r')))
            {
                continue;
            }

            var first = i + 1;
            while (first < lines.Length && IsBlank(lines[first]))
            {
                first++;
            }

            var indentation = first < lines.Length ? Indentation(lines[first]) : 0;
            for (var blank = i + 1; blank < first; blank++)
            {
                if (Indentation(lines[blank]) is > 0 and var spaces && spaces <= indentation)
                {
                    lines[blank] = lines[blank].Substring(spaces);
                    isChanged = true;
                }
            }

            i = first - 1;
        }

        return isChanged ? string.Join("\n", lines) : text;
    }

    private static bool IsBlank(string line) => line.All(static c => c is ' ' or '\r');

    private static int Indentation(string line) => line.Length - line.TrimStart(' ').Length;
}
