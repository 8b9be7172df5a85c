namespace KoreXo.Generator.Model;

/// <summary>How an answer with the status of a success says that the call was refused.</summary>
/// <param name="At">The place of a value; null where only a bare text says so.</param>
/// <param name="Values">What the value is then.</param>
/// <param name="IsText">Whether an answer that is no JSON, but a text, says so.</param>
internal sealed record ErrorMarkModel(string? At, EquatableArray<string> Values, bool IsText);
