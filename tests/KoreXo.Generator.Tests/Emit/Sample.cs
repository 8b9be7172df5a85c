using System.Collections.Concurrent;
using KoreXo.Testing.Generators;
using KoreXo.Testing.Http;
using Microsoft.CodeAnalysis.CSharp;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>The small documents beside these tests, one language feature each, and a way to use what they become.</summary>
internal static class Sample
{
    // Most tests of a document differ by their statements alone.
    private static readonly ConcurrentDictionary<string, Lazy<byte[]>> Compiled = new(StringComparer.Ordinal);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Documents");

    public static IEnumerable<string> Names =>
        Directory
            .EnumerateFiles(Folder, "*.yaml")
            .Select(static file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal);

    public static TestDocument Document(string name) => Client(File.ReadAllText(Path.Combine(Folder, name + ".yaml")), name + ".yaml");

    /// <summary>A text as the document of <c>Sample.SampleClient</c>.</summary>
    public static TestDocument Client(string text, string path = "sample.yaml") =>
        new TestDocument(path, text).With("Namespace", "Sample").With("ClientName", "SampleClient");

    public static GeneratorRun Run(params TestDocument[] documents) => GeneratorRun.Start(new KoreXoGenerator(), documents);

    /// <summary>
    /// Compiles a document's code and runs statements on it, which see <c>client</c>, <c>Read&lt;T&gt;</c> and <c>Write</c>.
    /// </summary>
    /// <returns>What the statements return.</returns>
    public static Task<string> RunAsync(string name, string statements, params string[] answers) =>
        RunAsync(Document(name), statements, new RecordingHandler(answers));

    /// <summary>Reads JSON as a type and writes it back.</summary>
    public static Task<string> RoundTripAsync(string name, string type, string json) =>
        RunAsync(name, $"return Write(Read<{type}>({Quote(json)}));");

    /// <summary>A text as a C# literal, for statements.</summary>
    public static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>Runs a call and gives the request that it sent.</summary>
    public static async Task<RecordedRequest> RequestAsync(string name, string call, params string[] answers)
    {
        using var handler = new RecordingHandler(answers);
        await RunAsync(Document(name), call + "\nreturn \"\";", handler);
        return handler.Requests[0];
    }

    public static async Task<string> RunAsync(TestDocument document, string statements, RecordingHandler handler)
    {
        using var code = EmittedCode.Load(
            Compiled
                .GetOrAdd(document.Key, static (_, document) => new(() => EmittedCode.CompileForTests(Run(document).Compilation)), document)
                .Value,
            $$"""
            #nullable enable
            #pragma warning disable
            using System;
            using System.Collections.Generic;
            using System.IO;
            using System.Linq;
            using System.Net.Http;
            using System.Text.Json;
            using System.Threading;
            using System.Threading.Tasks;
            using KoreXo;
            using Sample;

            static class Test
            {
                private static readonly JsonSerializerOptions Options = new()
                {
                    TypeInfoResolver = SampleJson.Resolver,
                    Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                };

                static T Read<T>(string json) => (T)JsonSerializer.Deserialize(json, Options.GetTypeInfo(typeof(T)))!;

                static string Write<T>(T value) => JsonSerializer.Serialize(value, Options.GetTypeInfo(typeof(T)));

                static FilePart TextFile(string text, string name) => new(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), name);

                static async Task<string> RunAsync(HttpClient http)
                {
                    var client = new SampleClient(
                        new KoreXoClientOptions { Endpoint = new Uri("https://api.test/"), Credential = new BearerCredential("token") }, http);
            {{statements}}
                }
            }
            """
        );
        using var http = new HttpClient(handler, disposeHandler: false);
        return await (Task<string>)code.Call("Test", "RunAsync", http)!;
    }
}
