using System.Text;

namespace KoreXo.Simulator.Documents;

/// <summary>Writes patterns of documents for .NET, in which <c>$</c> also matches before a line break at the end.</summary>
internal static class StrictPattern
{
    private const string End = @"$(?!\n)";

    /// <summary>Returns the pattern in which each end of the string is its very end.</summary>
    public static string From(string pattern)
    {
        var text = new StringBuilder(pattern.Length);
        var isInClass = false;
        for (var index = 0; index < pattern.Length; index++)
        {
            var character = pattern[index];
            if (character == '\\' && index + 1 < pattern.Length)
            {
                text.Append(character).Append(pattern[++index]);
                continue;
            }

            isInClass = isInClass ? character != ']' : character == '[';
            text.Append(character == '$' && !isInClass ? End : character.ToString());
        }

        return text.ToString();
    }

    /// <summary>Returns the pattern as the document has it.</summary>
    public static string Original(string pattern) => pattern.Replace(End, "$", StringComparison.Ordinal);
}
