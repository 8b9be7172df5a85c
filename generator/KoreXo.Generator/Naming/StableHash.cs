namespace KoreXo.Generator.Naming;

/// <summary>FNV-1a: the same on every machine and in every process, unlike string hash codes.</summary>
internal static class StableHash
{
    public static uint Of(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * 16777619u);
        }

        return hash;
    }
}
