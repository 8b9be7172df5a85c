namespace KoreXo.Generator.Naming;

/// <summary>Computes FNV-1a hashes, which are the same on every machine and in every process, unlike string hash codes.</summary>
internal static class StableHash
{
    // A name that contains the hash is part of the consumer's code: it must be the same in tomorrow's build and on a colleague's machine.
    // A collision only costs a number at the end of the name, so 32 bits are enough.
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
