namespace KoreXo.Package.Tests.Hosts;

/// <summary>Somebody else's source generator, which reads YAML and JSON with other versions of the usual parsers.</summary>
internal static class OtherGenerator
{
    public const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>netstandard2.0</TargetFramework>
            <LangVersion>latest</LangVersion>
            <CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.CodeAnalysis.CSharp" Version="4.14.0" PrivateAssets="all" ExcludeAssets="runtime" />
            <PackageReference Include="YamlDotNet" Version="16.3.0" />
            <PackageReference Include="Newtonsoft.Json" Version="13.0.3" />
          </ItemGroup>
        </Project>
        """;

    public const string Source = """"
        using Microsoft.CodeAnalysis;

        [Generator(LanguageNames.CSharp)]
        public sealed class Versions : IIncrementalGenerator
        {
            public void Initialize(IncrementalGeneratorInitializationContext context) =>
                context.RegisterPostInitializationOutput(static output =>
                {
                    var yaml = new YamlDotNet.Serialization.DeserializerBuilder().Build().Deserialize<int>("4");
                    var json = Newtonsoft.Json.JsonConvert.DeserializeObject<int>("2");
                    var parser = typeof(YamlDotNet.Serialization.DeserializerBuilder).Assembly.GetName().Version;
                    output.AddSource("Versions.g.cs", $"// read {yaml}{json} with YamlDotNet {parser}");
                });
        }
        """";

    /// <summary>What a package of it holds.</summary>
    public static readonly string[] Assemblies = ["Other.dll", "YamlDotNet.dll", "Newtonsoft.Json.dll"];
}
