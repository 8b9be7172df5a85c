namespace KoreXo.Generator.Model;

/// <summary>How a request body is written; in the order of preference where an operation takes several.</summary>
internal enum BodyKind
{
    Json,
    Form,
    Multipart,
    Binary,
    Text,
}
