namespace KoreXo.Generator.Model;

internal enum ScalarKind
{
    String,
    Boolean,
    Int32,
    Int64,
    UInt64,
    Double,
    Decimal,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,
    Guid,
    Uri,
    Bytes,
    Base64Url,
    Any,
    File,
    FileOrText,
    BinaryContent,
    MultipartForm,
    BinaryResponse,
}
