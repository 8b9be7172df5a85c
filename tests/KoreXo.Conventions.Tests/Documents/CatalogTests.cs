namespace KoreXo.Conventions.Documents;

/// <summary>The catalog is what the platform promises; the documents add shapes, but may not disagree.</summary>
public sealed class CatalogTests
{
    private static readonly ILookup<string, CatalogRow> Rows = SpecFiles.Rows.Concat(SpecFiles.Newer).ToLookup(static row => row.Name, StringComparer.Ordinal);

    [Fact]
    public void The_catalog_has_its_ninety_rows()
    {
        Assert.Equal(90, SpecFiles.Rows.Count);
        Assert.Equal(90, SpecFiles.Rows.Select(static row => (row.Section, row.Name)).Distinct().Count());
    }

    [Fact]
    public void Operations_realise_rows_that_exist() => Rule.Holds(
        "Each name in x-catalog is a row of spec/catalog.yaml:",
        SpecFiles.Operations,
        static operation => operation.Catalog.Count > 0 && operation.Catalog.All(Rows.Contains),
        static operation => $"{operation.Id}: {string.Join(", ", operation.Catalog)}");

    [Fact]
    public void An_operation_needs_no_scopes_but_those_of_its_rows() => Rule.Holds(
        "Each alternative in x-scopes is one of the operation's rows:",
        SpecFiles.Operations,
        static operation => !operation.Alternatives.Except(operation.Catalog.SelectMany(name => Rows[name]).SelectMany(static row => row.Alternatives), StringComparer.Ordinal).Any(),
        static operation => $"{operation.Id}: {string.Join(" | ", operation.Alternatives)}");

    [Fact]
    public void A_row_can_be_called_with_each_credential_that_it_allows()
    {
        // An account-wide twin carries fewer alternatives, so the operations of a row are judged together.
        var realised = SpecFiles.Operations.SelectMany(static operation => operation.Catalog.Select(name => (Name: name, operation.Alternatives)))
            .GroupBy(static pair => pair.Name, static pair => pair.Alternatives, StringComparer.Ordinal);
        Rule.Holds(
            "The operations of a row have all its alternatives:",
            realised,
            static row => Rows[row.Key].Any(known => known.Alternatives.ToHashSet(StringComparer.Ordinal).IsSubsetOf(row.SelectMany(static alternatives => alternatives))),
            static row => row.Key);
    }}
