using System.Runtime.InteropServices;

namespace KoreXo.Runtime;

/// <summary>How a page is read.</summary>
/// <param name="Buffer">Receives its bytes.</param>
/// <param name="Expected">The number of items that is expected, that of the page before.</param>
/// <param name="SkipsUnreadable">Whether items that cannot be read are skipped.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PageReading(KeptBuffer Buffer, int Expected, bool SkipsUnreadable);
