using KoreXo.Generator.Model;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Emit;

/// <summary>Emits the types that a document's operations accept and return.</summary>
internal static class ModelEmitter
{
    public static SourceText Emit(EmitContext context, TypeFile file)
    {
        var writer = SourceFile.Begin(context.Document.Namespace, context.CancellationToken);
        foreach (var type in file.Types)
        {
            switch (type)
            {
                case ObjectModel model:
                    ObjectEmitter.Emit(writer, model, context);
                    break;
                case ValueSetModel { Kind: not ScalarKind.String } model:
                    IntegerSetEmitter.Emit(writer, model, context);
                    break;
                case ValueSetModel model:
                    ValueSetEmitter.Emit(writer, model, context);
                    break;
                case UnionModel model:
                    UnionEmitter.Emit(writer, model, context);
                    break;
            }

            writer.Gap();
        }

        foreach (var operation in file.Operations.Where(static operation => operation.OptionsName is not null))
        {
            OptionsEmitter.Emit(writer, operation, context);
            writer.Gap();
        }

        return writer.ToSourceText();
    }
}
