namespace KoreXo.OpenApi.Upgrade;

/// <summary>Recognizes the members of a path that are operations.</summary>
internal static class HttpVerb
{
    private const string TokenCharacters = "!#$%&'*+-.^_`|~";

    public static bool IsVerb(string name) =>
        name is "get" or "put" or "post" or "delete" or "options" or "head" or "patch" or "trace" or "query";

    /// <summary>Returns whether a method changes nothing, so that it may be retried.</summary>
    public static bool IsSafe(string name) => name is "get" or "head" or "options" or "trace" or "query";

    /// <summary>Returns the method as sent: in upper case, or for an additional operation as the document spells it.</summary>
    public static string Method(string name) => IsVerb(name) ? name.ToUpperInvariant() : name;

    /// <summary>Returns whether HTTP allows a name as a method.</summary>
    public static bool IsMethod(string name) =>
        name.Length > 0
        && name.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || TokenCharacters.IndexOf(c) >= 0);
}
