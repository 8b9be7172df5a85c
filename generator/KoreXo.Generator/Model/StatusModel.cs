namespace KoreXo.Generator.Model;

/// <summary>The statuses whose responses are one case of a result.</summary>
/// <param name="First">The first status.</param>
/// <param name="Last">The last status: that of a range such as <c>2XX</c>, otherwise the first.</param>
/// <param name="Case">The name of the case.</param>
/// <param name="Type">The type of the response.</param>
/// <param name="IsText">Whether it is plain text.</param>
internal sealed record StatusModel(int First, int Last, string Case, TypeRef Type, bool IsText);
