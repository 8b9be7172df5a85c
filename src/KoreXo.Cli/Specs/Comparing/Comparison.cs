using KoreXo.Cli.Specs.Reading;
using KoreXo.Generator.Emit;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Comparing;

/// <summary>The two versions of a document while they are compared. What was only renamed has its new name in both.</summary>
internal sealed class Comparison(DocumentModel old, DocumentModel @new, SpecPlaces oldPlaces, SpecPlaces newPlaces)
{
    public EmitContext Old { get; } = new(old);

    public EmitContext New { get; } = new(@new);

    public SpecPlaces OldPlaces { get; } = oldPlaces;

    public SpecPlaces NewPlaces { get; } = newPlaces;

    public string Client => New.Document.ClientName;

    public string Method(OperationModel operation) => $"{Client}.{operation.Name}Async";

    /// <summary>The members that an operation has in one of the versions.</summary>
    public IReadOnlyList<string> Members(OperationModel operation, EmitContext version)
    {
        List<string> members = [Method(operation)];
        if (operation.Job is not null)
        {
            members.Add($"{Client}.Resume{MethodEmitter.ResumeName(operation, version)}");
        }

        if (operation.OptionsName is { } options)
        {
            members.Add(options);
        }

        return members;
    }

    /// <summary>The members that an operation has in either version.</summary>
    public IReadOnlyList<string> Members(OperationModel before, OperationModel after) =>
        [.. Members(before, Old).Union(Members(after, New), StringComparer.Ordinal)];
}
