namespace KoreXo.OpenApi.Text;

/// <summary>Thrown when a document cannot be read, with the zero-based position where reading stopped.</summary>
internal sealed class SpecFormatException(string message, int line, int column, string pointer = "", bool isTooLarge = false)
    : Exception(message)
{
    /// <summary>Gets a value indicating whether the document is readable but unreasonably large.</summary>
    public bool IsTooLarge { get; } = isTooLarge;

    public int Line { get; } = line;

    public int Column { get; } = column;

    public string Pointer { get; } = pointer;
}
