using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>Emits the class with the optional parameters of an operation.</summary>
internal static class OptionsEmitter
{
    public static void Emit(SourceWriter writer, OperationModel operation, EmitContext context)
    {
        writer.Tag("summary", $"The optional parameters of '{operation.Id}'.");
        writer.Line(SourceFile.GeneratedCode);
        using (writer.Block($"{context.Document.Accessibility} sealed class {operation.OptionsName}"))
        {
            foreach (var parameter in operation.Optional)
            {
                writer.Summary(parameter.Description, $"The parameter '{parameter.Key.Name}'.");
                writer.Line(
                    parameter.Type is TypeRef.List
                        ? $"public {TypeText.Of(parameter.Type)} {parameter.PropertyName} {{ get; init; }} = [];"
                        : $"public {TypeText.Of(parameter.Type)}? {parameter.PropertyName} {{ get; init; }}"
                );
                writer.Gap();
            }
        }
    }
}
