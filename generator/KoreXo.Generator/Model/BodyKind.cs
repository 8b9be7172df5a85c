namespace KoreXo.Generator.Model;

internal enum BodyKind
{
    Json,
    Multipart,
}
