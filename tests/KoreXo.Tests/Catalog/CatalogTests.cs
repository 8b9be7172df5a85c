using System.Reflection;
using KoreXo.OpenApi.Text;

namespace KoreXo.Tests.Catalog;

/// <summary>The documents, the catalog and the emitted methods say the same.</summary>
public sealed class CatalogTests
{
    public static TheoryData<string> OperationIds => SpecDocuments.OperationIds;

    private static readonly List<SpecNode> CatalogRows = SpecDocuments.Catalog["rows"]!.Items;

    private static readonly List<SpecNode> NewerRows = SpecDocuments.Catalog["newer"]!.Items;

    public static TheoryData<string> Rows => [.. CatalogRows.Concat(NewerRows).Select(row => row.String("name")!)];

    [Fact]
    public void The_catalog_has_its_ninety_rows() => Assert.Equal(90, CatalogRows.Count);

    [Fact]
    public void The_documents_describe_every_method_once()
    {
        Assert.Equal(108, SpecDocuments.Operations.Count);
        Assert.Equal(108, SpecDocuments.Operations.Select(operation => operation.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_row_is_realised_with_exactly_its_scopes(string name)
    {
        var row = CatalogRows.Concat(NewerRows).Single(candidate => candidate.String("name") == name);
        var operations = SpecDocuments.Operations.Where(operation => operation.Rows.Contains(name, StringComparer.Ordinal)).ToList();

        Assert.NotEmpty(operations);
        foreach (var operation in operations.Where(operation => !IsSettledByTheCatalog(row, operation)))
        {
            foreach (var kind in (string[])["platform", "admin", "data"])
            {
                // A twin that works on all bots of an account can be called with an app of the account alone.
                var wanted = kind == "platform" && IsAccountTwin(operation) ? [] : row.Strings(kind);
                Assert.Equal(wanted, operation.Scopes.GetValueOrDefault(kind) ?? []);
            }
        }
    }

    [Fact]
    public void Every_operation_realises_a_row() => Assert.DoesNotContain(SpecDocuments.Operations, operation => operation.Rows.Count == 0);

    [Fact]
    public void Every_row_that_an_operation_names_is_in_the_catalog()
    {
        var known = CatalogRows.Concat(NewerRows).Select(static row => row.String("name")!).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(
            SpecDocuments.Operations.SelectMany(operation =>
                operation.Rows.Where(row => !known.Contains(row)).Select(row => $"x-catalog of {operation.Id}: catalog.yaml has no '{row}'")
            )
        );
    }

    [Theory]
    [MemberData(nameof(OperationIds))]
    public void Each_method_carries_the_operation_and_its_scopes(string id)
    {
        var operation = SpecDocuments.Operation(id);
        var method = ClientMethod.Of(operation).Method;

        Assert.Equal(
            (operation.Verb, operation.Path),
            (method.GetCustomAttribute<ApiOperationAttribute>()!.Method, method.GetCustomAttribute<ApiOperationAttribute>()!.Path)
        );
        Assert.Equal(
            operation.Scopes.Select(scope => $"{scope.Key}: {string.Join(" + ", scope.Value)}").Order(StringComparer.Ordinal),
            method
                .GetCustomAttributes<RequiresScopesAttribute>()
                .Select(scope => $"{scope.Credential}: {string.Join(" + ", scope.AllOf)}")
                .Order(StringComparer.Ordinal)
        );
    }

    /// <summary>True for a row of the newer documentation whose operation the catalog has too: the catalog's scopes count.</summary>
    private static bool IsSettledByTheCatalog(SpecNode row, SpecOperation operation) =>
        NewerRows.Contains(row) && CatalogRows.Exists(other => operation.Rows.Contains(other.String("name"), StringComparer.Ordinal));

    private static bool IsAccountTwin(SpecOperation operation) =>
        !operation.Scopes.ContainsKey("platform")
        && operation.Scopes.ContainsKey("admin")
        && SpecDocuments.Operations.Any(other =>
            other != operation && other.Rows.Intersect(operation.Rows, StringComparer.Ordinal).Any() && other.Scopes.ContainsKey("platform")
        );
}
