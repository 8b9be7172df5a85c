using System.Text;

namespace KoreXo.Cli.Calls.Documents;

/// <summary>Writes names of documents as options are written in a shell: <c>botId</c> as <c>bot-id</c>.</summary>
internal static class Kebab
{
    public static string From(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var letter = name[i];
            if (!char.IsLetterOrDigit(letter))
            {
                Separate(text);
                continue;
            }

            if (char.IsUpper(letter) && i > 0 && IsWordStart(name, i))
            {
                Separate(text);
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString().Trim('-');
    }

    // "botId" and "MLParams" have two words each; an acronym ends before the letter that the next word begins with.
    private static bool IsWordStart(string name, int at) =>
        !char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1]));

    private static void Separate(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '-')
        {
            text.Append('-');
        }
    }
}
