namespace KoreXo.Conventions;

/// <summary>Asserts over many things, with a message that names those that fail.</summary>
internal static class Rule
{
    /// <summary>Asserts that there are things to judge and that each keeps a rule.</summary>
    public static void Holds<T>(string rule, IEnumerable<T> subjects, Func<T, bool> keeps, Func<T, string> describe)
    {
        var all = subjects.ToList();
        Assert.True(all.Count > 0, $"'{rule}' was asked of nothing.");
        None(rule, all.Where(subject => !keeps(subject)).Select(describe));
    }

    public static void None(string rule, IEnumerable<string> offenders)
    {
        var all = offenders.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, $"{rule}\n  {string.Join("\n  ", all)}");
    }
}
