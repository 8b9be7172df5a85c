using System.Text.Json;
using Basic.Reference.Assemblies;
using KoreXo.Analyzers.Json;
using KoreXo.Analyzers.Manifests;
using KoreXo.Analyzers.Tests.Cases;
using KoreXo.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KoreXo.Analyzers.Tests.Manifests;

/// <summary>A manifest is edited by hand, so it is broken most of the time that somebody looks at the screen.</summary>
public sealed class DamagedManifestTests
{
    private static readonly CSharpCompilation Project = CSharpCompilation.Create(
        "App",
        [
            CSharpSyntaxTree.ParseText(
                "class P { System.Threading.Tasks.Task Run(Acme.IFiles files) => files.PutAsync(new Acme.Doc(\"1\")); }"
            ),
        ],
        [.. Net100.References.All, AcmeSdk.Reference],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
    );

    [Fact]
    public async Task Every_prefix_gives_one_fault_and_judges_no_call()
    {
        foreach (var prefix in MutatedManifest.Prefixes.SkipLast(1))
        {
            await VerifyAsync(prefix);
        }

        Assert.Equal(
            "KXO1001",
            Assert
                .Single(
                    await Analyses.RunAsync(Project, MutatedManifest.Whole),
                    static found => found.Severity == DiagnosticSeverity.Warning
                )
                .Id
        );
    }

    [Fact]
    public async Task Two_thousand_mutations_give_faults_or_are_readable()
    {
        var faulty = 0;
        foreach (var text in MutatedManifest.Random(2000))
        {
            faulty += await VerifyAsync(text) ? 1 : 0;
        }

        Assert.InRange(faulty, 500, 1900);
    }

    [Fact]
    public void The_reader_and_another_reader_agree_on_what_JSON_is()
    {
        foreach (var text in MutatedManifest.Prefixes.Concat(MutatedManifest.Random(10_000)))
        {
            // A byte order mark and half a surrogate pair are matters of the file's encoding.
            if (text.Any(static character => char.IsSurrogate(character) || character == '\uFEFF'))
            {
                continue;
            }

            var fault = JsonParser.Parse(text).Fault;
            Assert.True(IsJson(text) == fault is null, $"{fault?.Message} in\n{text}");
        }
    }

    [Fact]
    public void Depth_is_bounded() => Assert.Equal("nested too deeply", JsonParser.Parse(new string('[', 100_000)).Fault!.Message);

    private static async Task<bool> VerifyAsync(string text)
    {
        var manifest = ManifestReader.Read(text);
        var found = await Analyses.RunAsync(Project, text);
        var faults = found.Where(static diagnostic => diagnostic.Id == "KXO1004").ToList();
        Assert.Equal(manifest.Faults.Count, faults.Count);
        Assert.All(faults, fault => Assert.InRange(fault.Location.SourceSpan.End, 0, text.Length));
        if (JsonParser.Parse(text).Fault is not null)
        {
            Assert.Single(faults);
        }

        if (faults.Count > 0)
        {
            Assert.Equal(faults.Count, found.Length);
        }
        else if (
            manifest.Credentials.All(static credential =>
                credential.Scopes.All(static entry => entry.Scope is not "files:write" and not "files:all")
            )
        )
        {
            Assert.Contains(found, static diagnostic => diagnostic.Id == "KXO1001");
        }

        return faults.Count > 0;
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(
                text,
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
