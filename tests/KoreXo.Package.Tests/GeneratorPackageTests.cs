namespace KoreXo.Package.Tests;

/// <summary>A stranger turns documents into clients.</summary>
public sealed class GeneratorPackageTests
{
    private const string Generator = """<PackageReference Include="KoreXo.Generator" Version="KOREXO_VERSION" />""";

    [Fact]
    public async Task A_document_becomes_a_client_that_calls()
    {
        using var stranger = new Stranger()
            .Project("App.csproj", Generator + """<OpenApiSpec Include="pets.openapi.yaml" Namespace="Zoo.Pets" />""")
            .Write("pets.openapi.yaml", Documents.Pets)
            .Write("Program.cs", "using Zoo.Pets;\n" + Documents.UsePets);

        Assert.Contains("Tom is a cat, True", (await stranger.RunAsync()).Succeeded(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_for_two_frameworks_has_an_internal_client_beside_that_of_its_app()
    {
        using var stranger = new Stranger()
            .Project(
                "Library/Library.csproj",
                Generator + """<OpenApiSpec Include="../pets.openapi.yaml" Namespace="Zoo.Pets" Accessibility="internal" />""",
                "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>"
            )
            .Write(
                "Library/Zoo.cs",
                "namespace Library; public static class Zoo { public static string Name => nameof(global::Zoo.Pets.PetsClient); }"
            )
            .Project(
                "App/App.csproj",
                Generator
                    + """<OpenApiSpec Include="../pets.openapi.yaml" Namespace="Zoo.Pets" Accessibility="internal" /><ProjectReference Include="../Library/Library.csproj" />"""
            )
            .Write("pets.openapi.yaml", Documents.Pets)
            .Write("App/Program.cs", "using Zoo.Pets;\nConsole.WriteLine(Library.Zoo.Name);\n" + Documents.UsePets);

        var output = (await stranger.RunAsync("App")).Succeeded();

        Assert.Contains("PetsClient", output, StringComparison.Ordinal);
        Assert.Contains("Tom is a cat", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Central_package_versions_work()
    {
        using var stranger = new Stranger()
            .Write(
                "Directory.Packages.props",
                """
                <Project>
                  <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
                  <ItemGroup><PackageVersion Include="KoreXo.Generator" Version="KOREXO_VERSION" /></ItemGroup>
                </Project>
                """
            )
            .Project(
                "App.csproj",
                """<PackageReference Include="KoreXo.Generator" /><OpenApiSpec Include="pets.openapi.yaml" Namespace="Zoo.Pets" />"""
            )
            .Write("pets.openapi.yaml", Documents.Pets)
            .Write("Program.cs", "using Zoo.Pets;\n" + Documents.UsePets);

        (await stranger.BuildAsync()).Succeeded();
    }

    [Fact]
    public async Task A_small_app_takes_a_part_of_the_platform()
    {
        using var stranger = new Stranger()
            .Project("App.csproj", Generator + """<OpenApiSpec Include="@(KoreXoSpec)" Operations="findIntent;listRow*" />""")
            .Write(
                "Program.cs",
                """
                using System.Reflection;
                foreach (var name in typeof(App.Analytics.AnalyticsClient).GetMethods().Concat(typeof(App.DataTables.DataTablesClient).GetMethods())
                    .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal) && method.DeclaringType != typeof(KoreXo.ApiClient)).Select(method => method.Name))
                {
                    Console.WriteLine(name);
                }
                """
            );

        var output = (await stranger.RunAsync()).Succeeded();

        Assert.Equal(
            ["FindIntentAsync", "ListRowsAsync"],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_pattern_that_matches_nothing_is_reported()
    {
        using var stranger = new Stranger()
            .Project("App.csproj", Generator + """<OpenApiSpec Include="pets.openapi.yaml" Operations="getPet,getDog" />""")
            .Write("pets.openapi.yaml", Documents.Pets)
            .Write("Program.cs", "Console.WriteLine(1);");

        Assert.Contains("KXO2008", (await stranger.BuildAsync()).Failed(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_does_not_exist_is_told()
    {
        using var stranger = new Stranger()
            .Project(
                "App.csproj",
                Generator
                    + """<OpenApiSpec Include="pets.openapi.yaml" Namespace="Zoo" Link="pets.yaml"><NameSpaces>Zoo</NameSpaces></OpenApiSpec><OpenApiSpec Update="pets.openapi.yaml" ClientName="Pets" />"""
            )
            .Write("pets.openapi.yaml", Documents.Pets)
            .Write("Program.cs", "Console.WriteLine(1);");

        var output = (await stranger.BuildAsync("-p:TreatWarningsAsErrors=false")).Succeeded();

        Assert.Contains(
            "App.csproj : warning KXO2011: OpenApiSpec 'pets.openapi.yaml' has a setting that does not exist; there are Namespace, ClientName, Operations, Tags, Accessibility, StringFormats, Overlays, ScopesFrom, Grouping and Registration",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_older_compiler_is_refused_loudly()
    {
        using var stranger = new Stranger()
            .Project("App.csproj", Generator + """<OpenApiSpec Include="pets.openapi.yaml" />""")
            .Write("pets.openapi.yaml", Documents.Pets)
            .Write("Program.cs", "Console.WriteLine(1);");

        // The compiler at hand is new enough; what is asked for is not.
        var output = (await stranger.BuildAsync("-p:KoreXoMinimumCompiler=99.0")).Failed();

        Assert.Contains("needs the C# compiler 99.0 or newer", output, StringComparison.Ordinal);
    }
}
