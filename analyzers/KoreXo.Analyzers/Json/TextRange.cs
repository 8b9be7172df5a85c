using System.Runtime.InteropServices;

namespace KoreXo.Analyzers.Json;

/// <summary>A stretch of a text, counted in UTF-16 units.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextRange(int Start, int Length)
{
    public int End => Start + Length;

    public static TextRange Between(int start, int end) => new(start, end - start);
}
