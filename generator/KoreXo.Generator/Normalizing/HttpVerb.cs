namespace KoreXo.Generator.Normalizing;

/// <summary>The members of a path that are operations.</summary>
internal static class HttpVerb
{
    public static bool IsVerb(string name) => name is "get" or "put" or "post" or "delete" or "options" or "head" or "patch" or "trace";
}
