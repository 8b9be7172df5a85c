using System.Runtime.InteropServices;

namespace KoreXo;

/// <summary>How far the transfer of a file is.</summary>
/// <param name="Bytes">The bytes sent or received so far. It begins at 0 again when the transfer is repeated after a fault.</param>
/// <param name="Total">The bytes there are in all; <see langword="null"/> if nobody knows.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TransferProgress(long Bytes, long? Total);
