namespace KoreXo.Generator.Model;

internal enum ScalarKind
{
    String,
    Boolean,
    Int32,
    Int64,
    Double,
    Decimal,
    DateTimeOffset,
    DateOnly,
    Bytes,
    Any,
    File,
    BinaryContent,
    MultipartForm,
    BinaryResponse,
}
