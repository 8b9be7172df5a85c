namespace KoreXo.Cli.Calls;

/// <summary>
/// The words of a command line that decide which documents are read: reading all of them for each command would take most of its time.
/// </summary>
/// <param name="IsCall">Whether the command line is that of a call.</param>
/// <param name="Document">The user's document; null for the platform's.</param>
/// <param name="Names">The words after it, among them those of an area and an operation.</param>
internal sealed record CallWords(bool IsCall, string? Document, IReadOnlySet<string> Names)
{
    public const string Command = "call";
    public const string DocumentOption = "--document";

    public static readonly CallWords None = new(IsCall: false, null, new HashSet<string>(StringComparer.Ordinal));

    public static CallWords From(IReadOnlyList<string> args)
    {
        // Completion asks by a directive with the whole line: korexo [suggest:14] "korexo call ana".
        var isQuestion = args.Count > 0 && args[0].StartsWith("[suggest", StringComparison.Ordinal);
        var words = isQuestion ? string.Join(' ', args.Skip(1)).Split(' ', StringSplitOptions.RemoveEmptyEntries) : [.. args];
        var start = Array.IndexOf(words, Command);
        if (start < 0 || (!isQuestion && start > 0))
        {
            return None;
        }

        var rest = words[(start + 1)..];
        return new CallWords(true, FindDocument(rest), rest.ToHashSet(StringComparer.Ordinal));
    }

    private static string? FindDocument(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == DocumentOption && i + 1 < words.Length)
            {
                return words[i + 1];
            }

            // "--document=crm.yaml", but not "--document-id", which is an argument of some operation.
            var end = DocumentOption.Length;
            if (words[i].StartsWith(DocumentOption, StringComparison.Ordinal) && words[i].Length > end + 1 && words[i][end] is '=' or ':')
            {
                return words[i][(end + 1)..];
            }
        }

        return null;
    }
}
