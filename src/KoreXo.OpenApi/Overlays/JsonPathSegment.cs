using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Overlays;

/// <summary>One segment of a query.</summary>
/// <param name="IsDeep">Whether it also applies to everything below a value.</param>
/// <param name="Selectors">The selectors, which receive the document and a value.</param>
internal sealed record JsonPathSegment(bool IsDeep, IReadOnlyList<Func<SpecNode, SpecNode, IEnumerable<SpecMatch>>> Selectors);
