using KoreXo.Generator.Model;
using Microsoft.CodeAnalysis;

namespace KoreXo.Generator.Emit;

/// <summary>The files of one document.</summary>
internal static class DocumentEmitter
{
    public static void Emit(SourceProductionContext output, DocumentModel document)
    {
        if (document.Operations.Count == 0)
        {
            return;
        }

        var name = document.HintName.Replace("@", "");
        output.AddSource($"{name}.Client.g.cs", ClientEmitter.Emit(document));
        output.AddSource($"{name}.Operations.g.cs", OperationsEmitter.Emit(document));
        output.AddSource($"{name}.Models.g.cs", ModelEmitter.Emit(document));
        output.AddSource($"{name}.Json.g.cs", JsonEmitter.Emit(document));
        output.AddSource($"{name}.Registration.g.cs", RegistrationEmitter.Emit(document));
    }
}
