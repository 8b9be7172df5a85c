using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>What the caller said about the pages.</summary>
/// <param name="Position">Where to begin; <see langword="null"/> for the first page.</param>
/// <param name="Size">The size of a page; <see langword="null"/> for the largest.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct PageStart(string? Position, long? Size);
