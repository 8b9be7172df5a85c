namespace KoreXo.Diagnostics;

/// <summary>Where the reader of a diagnostic finds its page.</summary>
internal static class RuleHelp
{
    // Where docs/rules is published, with the final slash. Empty until there is such a place: a link to an address that nobody
    // owns is worse than none, since one day somebody may own it.
    private const string PagesAddress = "";

    /// <summary>Gets the link of a rule to its page; empty while the pages are not published.</summary>
    public static string Link(string id, string address = PagesAddress) => address.Length == 0 ? "" : $"{address}{id}.md";

    /// <summary>Gets what each message of a rule ends with; empty once there is a link instead.</summary>
    public static string Hint(string id, string address = PagesAddress) => address.Length == 0 ? $" (korexo explain {id})" : "";
}
