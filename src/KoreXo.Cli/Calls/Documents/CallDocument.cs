using KoreXo.Cli.Calls.Arguments;
using KoreXo.Generator.Emit;
using KoreXo.Generator.Model;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Bundling;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Reading;

namespace KoreXo.Cli.Calls.Documents;

/// <summary>A document whose operations can be called: an area of the platform, or a file of the user.</summary>
internal sealed class CallDocument
{
    private readonly Lazy<SpecDocument> _views;

    /// <param name="name">The name of the area; empty for a file of the user.</param>
    /// <param name="file">The name of the file.</param>
    /// <param name="text">Its content.</param>
    /// <param name="parts">The files that it refers to.</param>
    /// <param name="model">The model of the client that the generator would emit.</param>
    public CallDocument(string name, string file, string text, EquatableArray<SpecPart> parts, DocumentModel model)
    {
        Name = name;
        File = file;
        Model = model;
        Context = new EmitContext(model);
        _views = new Lazy<SpecDocument>(() => SpecReader.Read(file, text, [], parts, [], CancellationToken.None)!);
        var names = new HashSet<string>(StringComparer.Ordinal);
        Operations =
        [
            .. model
                .Operations.SelectMany(static operation => operation.All)
                .Select(operation => new CallOperation(this, operation, Unique(Kebab.From(operation.Name), names))),
        ];
    }

    public string Name { get; }

    /// <summary>Gets the path of the user's file, or the name of the area's.</summary>
    public string File { get; }

    /// <summary>Gets the words before the name of an operation, such as <c>korexo call analytics</c>.</summary>
    public string Command => $"korexo call {(Name.Length > 0 ? Name : $"--document {ArgumentExample.Quote(File)}")}";

    public DocumentModel Model { get; }

    public EmitContext Context { get; }

    public IReadOnlyList<CallOperation> Operations { get; }

    /// <summary>Gets the views on the document, for what the model of a client does not have. They are read when first needed.</summary>
    public SpecDocument Views => _views.Value;

    private static string Unique(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var number = 2; !taken.Add(unique); number++)
        {
            unique = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}-{number}");
        }

        return unique;
    }
}
