using System.Reflection;

namespace KoreXo.Tests.Docs;

public sealed class OperationsPageTests
{
    private static readonly string Page = Path.Combine(
        typeof(OperationsPageTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(item => item.Key == "RepositoryRoot")
            .Value!,
        "docs",
        "operations.md"
    );

    [Fact]
    public void The_page_of_operations_is_up_to_date()
    {
        var expected = OperationsPage.Write();
        if (Environment.GetEnvironmentVariable("KOREXO_ACCEPT") == "1")
        {
            File.WriteAllText(Page, expected);
        }

        Assert.True(
            File.Exists(Page) && File.ReadAllText(Page) == expected,
            "docs/operations.md is not what spec/ says; accept the page and commit it: KOREXO_ACCEPT=1 dotnet test tests/KoreXo.Tests --filter OperationsPage"
        );
    }
}
