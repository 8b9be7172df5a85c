using KoreXo.Generator.Model;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Emit;

/// <summary>The types that a document's operations take and give.</summary>
internal static class ModelEmitter
{
    public static SourceText Emit(DocumentModel document)
    {
        var writer = SourceFile.Begin(document.Namespace);
        foreach (var type in document.Types)
        {
            switch (type)
            {
                case ObjectModel model:
                    ObjectEmitter.Emit(writer, model, document);
                    break;
                case ValueSetModel model:
                    ValueSetEmitter.Emit(writer, model, document);
                    break;
                case UnionModel model:
                    UnionEmitter.Emit(writer, model, document);
                    break;
            }

            writer.Gap();
        }

        foreach (var operation in document.Operations.Where(static operation => operation.OptionsName is not null))
        {
            OptionsEmitter.Emit(writer, operation, document);
            writer.Gap();
        }

        return writer.ToSourceText();
    }
}
