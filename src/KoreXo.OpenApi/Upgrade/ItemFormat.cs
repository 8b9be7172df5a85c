namespace KoreXo.OpenApi.Upgrade;

/// <summary>How the items of a stream are separated. The names are those of the runtime's <c>StreamFormat</c>.</summary>
internal enum ItemFormat
{
    Events,
    Lines,
    Sequence,
}
