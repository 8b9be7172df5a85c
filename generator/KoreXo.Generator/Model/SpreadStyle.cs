namespace KoreXo.Generator.Model;

/// <summary>How a value with parts is spread over parameters. The names are those of the runtime's <c>ParameterStyle</c>.</summary>
internal enum SpreadStyle
{
    Exploded,
    Comma,
    Space,
    Pipe,
    Deep,
    Json,
}
