namespace KoreXo.Package.Tests.Guides;

/// <summary>A stranger reads the guides and does what they say.</summary>
public sealed class GuideTests
{
    private static readonly string Folder = Path.Combine(PackedFeed.Repository, "docs", "guides");

    /// <summary>All but the one for those who work on this repository, which the tool's own tests follow.</summary>
    public static TheoryData<string> All { get; } = new(Directory.GetFiles(Folder, "*.md").Select(static file => Path.GetFileName(file)).Where(static name => name != "regenerate.md").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_guide_leads_where_it_says(string name)
    {
        var steps = Guide.Read(Path.Combine(Folder, name));
        Assert.NotEmpty(steps);
        using var stranger = new Stranger();
        if (steps.Any(static step => step.Language == "console"))
        {
            await new Guide(stranger, PackedFeed.Version).FollowAsync(steps);
        }
        else
        {
            await CompileAsync(stranger, steps);
        }
    }

    /// <summary>A page that looks things up has pieces of one program.</summary>
    private static async Task CompileAsync(Stranger stranger, IReadOnlyList<GuideStep> steps)
    {
        Assert.All(steps, static step => Assert.Equal("csharp", step.Language));
        stranger.Write("Page.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="KoreXo" Version="KOREXO_VERSION" />
                <PackageReference Include="OpenTelemetry.Extensions.Hosting" Version="1.15.3" />
              </ItemGroup>
            </Project>
            """);
        stranger.Write("Program.cs", string.Concat(steps.Select(static step => step.Text)) + "builder.Build();\n");
        (await stranger.BuildAsync()).Succeeded();
    }
}
