namespace KoreXo.Generator.Model;

/// <summary>How a request body is written, in the order of preference if an operation accepts several.</summary>
internal enum BodyKind
{
    Json,
    Form,
    Multipart,
    Binary,
    Text,
}
