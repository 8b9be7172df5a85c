namespace KoreXo.OpenApi.Text;

/// <summary>A document that cannot be read, with the place where reading stopped (lines and columns from 0).</summary>
internal sealed class SpecFormatException(string message, int line, int column, string pointer = "") : Exception(message)
{
    public int Line { get; } = line;

    public int Column { get; } = column;

    public string Pointer { get; } = pointer;
}
