using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>
/// Well-formed JSON with a value of the wrong type. The message names the kind of the value, never the value: it may be a secret.
/// </summary>
/// <param name="expected">What was expected.</param>
/// <param name="found">The kind of value that was found.</param>
internal sealed class UnexpectedValueException(string expected, string found) : JsonException
{
    /// <summary>Replaces a name that is data, which may be a secret too.</summary>
    public const string AnyName = "*";

    private string _pointer = "";

    /// <summary>Gets or sets a value indicating whether a list or map was to be read and has null among its values.</summary>
    public bool IsNullItem { get; set; }

    public override string Message => $"Expected {expected}{(_pointer.Length == 0 ? "" : $" at '{_pointer}'")}, found {found}.";

    /// <summary>Records that the value is part of a member.</summary>
    public void In(string token) =>
        _pointer = $"/{token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}{_pointer}";

    /// <summary>Records that the value is part of an item.</summary>
    public void In(int index) => _pointer = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/{index}{_pointer}");
}
