using System.Runtime.InteropServices;

namespace KoreXo.Analyzers.Json;

/// <summary>A range of a document, in UTF-16 code units.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextRange(int Start, int Length)
{
    public int End => Start + Length;

    public static TextRange Between(int start, int end) => new(start, end - start);
}
