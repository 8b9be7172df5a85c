namespace KoreXo.OpenApi.Document;

/// <summary>The <c>type</c> of a schema in its normal form.</summary>
internal enum SchemaType
{
    None,
    String,
    Number,
    Integer,
    Boolean,
    Object,
    Array,
    Null,

    /// <summary>The file of Swagger 2.0.</summary>
    File,
}
