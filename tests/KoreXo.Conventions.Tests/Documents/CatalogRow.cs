namespace KoreXo.Conventions.Documents;

/// <summary>One row of the catalog. An alternative is written <c>credential: scope + scope</c>.</summary>
internal sealed record CatalogRow(string Section, string Name, IReadOnlyList<string> Alternatives);
