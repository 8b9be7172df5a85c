using KoreXo.Generator.Model;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Binding;

/// <summary>
/// Limits the code that is emitted for a document. A small document can produce much code, by aliases or by referring to one schema in many
/// places, and would keep the compiler busy for minutes. The count is an estimate, in characters.
/// </summary>
internal sealed class CodeBudget(SpecDocument document)
{
    /// <summary>The limit: three times what the largest known document becomes.</summary>
    public const long Most = 400_000_000;

    private const int PerType = 1_000;
    private const int PerMember = 600;
    private const int PerValue = 100;
    private const int PerOperation = 3_500;
    private const int PerShape = 20;

    private long _spent;

    public void Spend(TypeModel type, string pointer) =>
        Spend(
            PerType
                + (
                    type switch
                    {
                        ObjectModel model => model.Properties.Sum(static property => PerMember + Length(property.Description)),
                        ValueSetModel set => set.Values.Sum(static value =>
                            PerValue + (3L * value.Value.Length) + Length(value.Description)
                        ),
                        UnionModel union => (long)PerMember * union.Cases.Count,
                        _ => 0,
                    }
                ),
            pointer
        );

    public void Spend(OperationModel operation, string pointer) =>
        Spend(
            PerOperation
                + Length(operation.Description)
                + operation.Parameters.Sum(static parameter => PerMember + Length(parameter.Description)),
            pointer
        );

    /// <summary>Counts the members by which the cases of a union are distinguished; each union lists its own.</summary>
    public void SpendShapes(UnionModel union, string pointer) =>
        Spend(PerShape * union.Cases.Sum(static item => (long)item.Members.Count), pointer);

    // Indentation and escapes, and a second copy in the options of an operation.
    private static long Length(string description) => 2L * description.Length;

    private void Spend(long characters, string pointer)
    {
        document.CancellationToken.ThrowIfCancellationRequested();
        _spent += characters;
        if (_spent > Most)
        {
            var at = document.Root.Find(pointer) ?? document.Root;
            throw new SpecFormatException(
                "it becomes more than 400 MB of C#, up to here; choose by Operations or Tags of its OpenApiSpec item what you need",
                at.Line,
                at.Column,
                pointer,
                isTooLarge: true
            );
        }
    }
}
