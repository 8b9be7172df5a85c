namespace KoreXo.OpenApi.Upgrade;

/// <summary>The members of a path that are operations.</summary>
internal static class HttpVerb
{
    private const string TokenCharacters = "!#$%&'*+-.^_`|~";

    public static bool IsVerb(string name) =>
        name is "get" or "put" or "post" or "delete" or "options" or "head" or "patch" or "trace" or "query";

    /// <summary>True for a verb that changes nothing, so that it may be retried.</summary>
    public static bool IsSafe(string name) => name is "get" or "head" or "options" or "trace" or "query";

    /// <summary>The method as it is sent: a verb in capitals, the name of an additional operation as the document writes it.</summary>
    public static string Method(string name) => IsVerb(name) ? name.ToUpperInvariant() : name;

    /// <summary>True for a name that HTTP allows as a method.</summary>
    public static bool IsMethod(string name) =>
        name.Length > 0
        && name.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || TokenCharacters.IndexOf(c) >= 0);
}
