namespace KoreXo.OpenApi.Text;

/// <summary>A document that cannot be read, with the place where reading stopped (lines and columns from 0).</summary>
internal sealed class SpecFormatException(string message, int line, int column, string pointer = "", bool isTooLarge = false)
    : Exception(message)
{
    /// <summary>True for a document that can be read, and has more in it than is reasonable.</summary>
    public bool IsTooLarge { get; } = isTooLarge;

    public int Line { get; } = line;

    public int Column { get; } = column;

    public string Pointer { get; } = pointer;
}
