using System.Reflection;
using System.Xml.Linq;

namespace KoreXo.Conventions.Documents;

/// <summary>Who has an assembly can tell from which state of the documents it was generated.</summary>
public sealed class SpecVersionTests
{
    private static readonly XElement Properties = XDocument.Parse(Repository.Read("spec/Spec.props")).Root!;

    [Fact]
    public void Every_document_has_the_version_of_the_specification() =>
        Rule.Holds(
            "info.version is the SpecVersion of spec/Spec.props:",
            Repository.Files(".openapi.yaml", "spec"),
            static file => Repository.Read(file).Contains($"\n  version: {Property("SpecVersion")}\n", StringComparison.Ordinal),
            static file => file
        );

    [Theory]
    [InlineData("SpecVersion")]
    [InlineData("SpecDate")]
    public void The_assembly_of_the_SDK_names_it(string key) =>
        Assert.Equal(
            Property(key),
            typeof(KoreXoClient).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value
        );

    private static string Property(string name) => Properties.Descendants(name).Single().Value;
}
