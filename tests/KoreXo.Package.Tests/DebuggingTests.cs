using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;
using System.Text.RegularExpressions;

namespace KoreXo.Package.Tests;

/// <summary>Whoever has a package can step into its code, and knows from which commit it was built.</summary>
public sealed partial class DebuggingTests
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    // Sources that were copied without their repository have no commit to name.
    private static readonly bool HasCommit = Path.Exists(Path.Combine(PackedFeed.Repository, ".git"));

    [Theory]
    [InlineData("KoreXo.Runtime")]
    [InlineData("KoreXo")]
    [InlineData("KoreXo.Redis")]
    [InlineData("KoreXo.PostgreSql")]
    [InlineData("KoreXo.Simulator")]
    [InlineData("KoreXo.Generator")]
    [InlineData("KoreXo.Analyzers")]
    [InlineData("KoreXo.Cli")]
    public void Symbols_have_source_link_and_every_source(string id)
    {
        using var symbols = PackedFeed.OpenSymbols(id);
        var files = symbols.Entries.Where(static entry => entry.Name.EndsWith(".pdb", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);

        foreach (var file in files)
        {
            using var provider = MetadataReaderProvider.FromPortablePdbStream(Content(file));
            var reader = provider.GetMetadataReader();

            Assert.Equal(
                HasCommit,
                Information(reader, EntityHandle.ModuleDefinition, SourceLink)
                    .Any(static map => CommitOfSource().IsMatch(Encoding.UTF8.GetString(map)))
            );
            Assert.All(
                reader.Documents,
                document =>
                    Assert.True(
                        Information(reader, document, EmbeddedSource).Count == 1,
                        $"{file.FullName} does not contain {reader.GetString(reader.GetDocument(document).Name)}."
                    )
            );
        }
    }

    [Theory]
    [InlineData("KoreXo.Runtime")]
    [InlineData("KoreXo")]
    [InlineData("KoreXo.Redis")]
    [InlineData("KoreXo.PostgreSql")]
    [InlineData("KoreXo.Simulator")]
    [InlineData("KoreXo.Generator")]
    [InlineData("KoreXo.Analyzers")]
    [InlineData("KoreXo.Cli")]
    public void A_package_names_its_commit(string id) =>
        Assert.Matches($@"<repository type=""git"" url=""https://[^""]+""{(HasCommit ? @" commit=""[0-9a-f]{40}""" : "")} />", Nuspec(id));

    [Theory]
    [InlineData("KoreXo")]
    [InlineData("KoreXo.Simulator")]
    [InlineData("KoreXo.Generator")]
    public void A_package_with_documents_names_their_version_and_date(string id) =>
        Assert.Matches(@"<description>[^<]* Contains the API description \d+\.\d+\.\d+ of \d{4}-\d{2}-\d{2}\.</description>", Nuspec(id));

    private static string Nuspec(string id)
    {
        using var package = PackedFeed.Open(id);
        using var text = new StreamReader(package.GetEntry($"{id}.nuspec")!.Open());
        return text.ReadToEnd();
    }

    private static MemoryStream Content(ZipArchiveEntry entry)
    {
        var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        content.Position = 0;
        return content;
    }

    private static List<byte[]> Information(MetadataReader reader, EntityHandle about, Guid kind) =>
        [
            .. reader
                .GetCustomDebugInformation(about)
                .Select(handle => reader.GetCustomDebugInformation(handle))
                .Where(information => reader.GetGuid(information.Kind) == kind)
                .Select(information => reader.GetBlobBytes(information.Value)),
        ];

    [GeneratedRegex("""/korexo/[0-9a-f]{40}/\*"}""", RegexOptions.None, 1000)]
    private static partial Regex CommitOfSource();
}
