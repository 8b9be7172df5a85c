using System.Runtime.InteropServices;

namespace KoreXo;

/// <summary>The progress of a file transfer.</summary>
/// <param name="Bytes">The number of bytes sent or received so far. It starts at 0 again if the transfer is retried.</param>
/// <param name="Total">The total number of bytes; <see langword="null"/> if unknown.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TransferProgress(long Bytes, long? Total);
