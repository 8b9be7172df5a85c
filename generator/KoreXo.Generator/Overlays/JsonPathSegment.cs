using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Overlays;

/// <summary>One step of a query.</summary>
/// <param name="IsDeep">True where it looks at everything below a value too.</param>
/// <param name="Selectors">What it selects of a value, given the document.</param>
internal sealed record JsonPathSegment(bool IsDeep, IReadOnlyList<Func<SpecNode, SpecNode, IEnumerable<SpecMatch>>> Selectors);
