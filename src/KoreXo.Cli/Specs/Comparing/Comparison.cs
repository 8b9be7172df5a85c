using KoreXo.Generator.Emit;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Comparing;

/// <summary>The two versions of a document during a comparison. Renamed parts have their new names in both.</summary>
internal sealed class Comparison(DocumentModel old, DocumentModel @new, SpecPlaces oldPlaces, SpecPlaces newPlaces)
{
    public EmitContext Old { get; } = new(old);

    public EmitContext New { get; } = new(@new);

    public SpecPlaces OldPlaces { get; } = oldPlaces;

    public SpecPlaces NewPlaces { get; } = newPlaces;

    public string Client => New.Document.ClientName;

    public string Method(OperationModel operation) => $"{Client}.{operation.Name}Async";

    /// <summary>Returns the methods that an operation has in one version.</summary>
    public IReadOnlyList<string> Methods(OperationModel operation, EmitContext version)
    {
        List<string> methods = [Method(operation)];
        // A job has a second method, which continues to wait for one that was started earlier, and changes with the first.
        if (operation.Job is not null)
        {
            methods.Add($"{Client}.Resume{MethodEmitter.ResumeName(operation, version)}");
        }

        return methods;
    }

    /// <summary>Returns the methods that an operation has in either version.</summary>
    public IReadOnlyList<string> Methods(OperationModel before, OperationModel after) =>
        [.. Methods(before, Old).Union(Methods(after, New), StringComparer.Ordinal)];
}
