namespace KoreXo.OpenApi.Text;

/// <summary>The kinds of JSON value a document is made of.</summary>
internal enum SpecNodeKind
{
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}
