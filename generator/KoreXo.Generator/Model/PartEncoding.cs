namespace KoreXo.Generator.Model;

/// <summary>How a part of a multipart form is written, where the document says more than its schema.</summary>
/// <param name="ContentType">The media types of the part, separated by commas; null for the usual one.</param>
/// <param name="Style">
/// How a list is joined into one part, or a value spread over parts with names in brackets; null for the usual way.
/// </param>
internal sealed record PartEncoding(string? ContentType, SpreadStyle? Style);
