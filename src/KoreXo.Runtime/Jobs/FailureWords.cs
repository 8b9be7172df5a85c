namespace KoreXo.Runtime;

/// <summary>
/// Interprets undocumented states: an unknown state counts as running, unless its words mean failure. Docs:
/// decisions/0022-jobs-that-fail-in-words.md.
/// </summary>
internal static class FailureWords
{
    private static readonly string[] Stems = ["fail", "error", "abort", "cancel", "reject", "expire"];

    // "no_error", "not failed", "error-free", "failover" mention failure without meaning it.
    private static readonly string[] Negations = ["no", "not", "non", "un", "without", "zero", "never", "0"];
    private static readonly string[] Between = ["any", "yet", "been", "known", "longer"];
    private static readonly string[] Endings = ["free", "less", "none", "over", "safe", "0"];

    /// <summary>
    /// Checks whether a state means failure, in any case and spelling, alone or within other words: <c>IMPORT_FAILED</c>,
    /// <c>importFailed</c>, <c>Cancelled</c>.
    /// </summary>
    public static bool IsIn(string state)
    {
        var words = Words(state);
        for (var index = 0; index < words.Count; index++)
        {
            if (IsFailure(words[index]) && !IsNegated(words, index) && !(index + 1 < words.Count && IsOneOf(Endings, words[index + 1])))
            {
                return true;
            }
        }

        return false;
    }

    // "importFailed" and "FAILED" split into words, but "importfailed" does not: the stem may be anywhere in a word. What precedes or
    // follows it inside the word can negate it, as in "nonfailing" or "failsafe".
    private static bool IsFailure(string word)
    {
        foreach (var stem in Stems)
        {
            var at = word.IndexOf(stem, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && !IsOneOf(Negations, word[..at]) && !IsOneOf(Endings, word[(at + stem.Length)..]))
            {
                return true;
            }
        }

        return false;
    }

    // In "not yet failed" and "no known errors" the negation is not the word before, so fillers are skipped.
    private static bool IsNegated(List<string> words, int index)
    {
        var before = index - 1;
        while (before > 0 && IsOneOf(Between, words[before]))
        {
            before--;
        }

        return before >= 0 && IsOneOf(Negations, words[before]);
    }

    private static bool IsOneOf(string[] words, string word) => words.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>Splits a state at separators, and where a capital follows a small letter.</summary>
    private static List<string> Words(string state)
    {
        var words = new List<string>();
        var from = 0;
        for (var index = 0; index <= state.Length; index++)
        {
            var ends = index == state.Length || !char.IsLetterOrDigit(state[index]);
            if (index > from && (ends || (char.IsUpper(state[index]) && char.IsLower(state[index - 1]))))
            {
                words.Add(state[from..index]);
                from = index;
            }

            from = ends ? index + 1 : from;
        }

        return words;
    }
}
