namespace KoreXo.Generator.Model;

/// <summary>How a composite value is serialized into parameters. The names are those of the runtime's <c>ParameterStyle</c>.</summary>
internal enum SpreadStyle
{
    Exploded,
    Comma,
    Space,
    Pipe,
    Deep,
    Json,
}
