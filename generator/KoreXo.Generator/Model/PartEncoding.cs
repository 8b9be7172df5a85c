namespace KoreXo.Generator.Model;

/// <summary>How a part of a multipart form is written, if the document specifies more than its schema.</summary>
/// <param name="ContentType">The media types of the part, separated by commas; null for the default.</param>
/// <param name="Style">
/// How a list is joined into one part, or a value is spread over parts with names in brackets; null for the default.
/// </param>
internal sealed record PartEncoding(string? ContentType, SpreadStyle? Style);
